/** What tests read of a software bill of materials. */
export interface Bill {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: {
    readonly timestamp?: string;
    readonly component: { readonly 'bom-ref': string; readonly version: string };
  };
  readonly components: readonly {
    readonly 'bom-ref': string;
    readonly type: string;
    readonly version: string;
    readonly purl: string;
    readonly licenses: readonly {
      readonly license?: { readonly id: string };
      readonly expression?: string;
    }[];
    readonly hashes: readonly { readonly alg: string; readonly content: string }[];
  }[];
  readonly dependencies: readonly {
    readonly ref: string;
    readonly dependsOn?: readonly string[];
  }[];
}
