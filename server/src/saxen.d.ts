/** What is used of saxen, which comes without types. */
declare module 'saxen' {
  type Attributes = Readonly<Record<string, string>>;

  export class Parser {
    on(event: 'openTag', seen: (name: string, attributes: () => Attributes | false) => void): this;
    on(event: 'closeTag', seen: (name: string) => void): this;
    on(event: 'text' | 'cdata' | 'attention', seen: (text: string) => void): this;
    on(event: 'error', seen: (error: Error) => void): this;
    /** @returns what is wrong with the text, where something listens to errors */
    parse(xml: string): Error | null;
    stop(): void;
  }
}
