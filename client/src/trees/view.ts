import type { Disposable } from 'vscode';
import {
  EventEmitter,
  l10n,
  window,
  workspace,
  type TreeDataProvider,
  type TreeView,
} from 'vscode';
import {
  checkAllRequest,
  treeRequest,
  type TreeId,
  type TreeParams,
  type TreeResult,
} from '../../../server/src/lsp/protocol.ts';
import { dayInWords } from '../as-at.ts';
import type { Server } from '../server.ts';
import type { CurrentProject } from './current.ts';
import { PlanNode } from './node.ts';

/** How long a tree waits for more changes, in milliseconds: nobody reads it while they type. */
const settling = 400;

/** One tree in the side bar. The server says what stands in it; a level is asked for when it is unfolded. */
export class PlanTree implements TreeDataProvider<PlanNode>, Disposable {
  readonly #server: Server;
  readonly #current: CurrentProject;
  readonly #tree: TreeId;
  readonly #view: TreeView<PlanNode>;
  readonly #changed = new EventEmitter<undefined>();
  readonly #subscription: Disposable;
  #by: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(tree: TreeId, server: Server, current: CurrentProject) {
    this.#tree = tree;
    this.#server = server;
    this.#current = current;
    this.#view = window.createTreeView(`mustdo.${tree}`, {
      treeDataProvider: this,
      showCollapseAll: true,
      canSelectMany: true,
    });
    this.#subscription = current.onDidChange(() => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#refresh(), settling);
    });
    this.#refresh();
  }

  /** Other nodes were chosen. */
  onDidChoose(listener: (chosen: readonly PlanNode[]) => void): Disposable {
    return this.#view.onDidChangeSelection(({ selection }) => listener(selection));
  }

  /** How it is grouped, where it can be in several ways. */
  set by(by: string) {
    if (by === this.#by) return;
    this.#by = by;
    this.#refresh();
  }

  getTreeItem(node: PlanNode): PlanNode {
    return node;
  }

  async getChildren(above?: PlanNode): Promise<PlanNode[]> {
    const { uri } = this.#current;
    if (uri === undefined) {
      if (above === undefined) await lookForPlans(this.#server);
      return [];
    }
    const path = above?.path ?? [];
    const by = this.#by === undefined ? {} : { by: this.#by };
    const params: TreeParams = { uri, tree: this.#tree, path, ...by };
    const result = await this.#server.request<TreeResult | null>(treeRequest, params);
    return (result?.nodes ?? []).map((node) => new PlanNode(node, path));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscription.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }

  #refresh(): void {
    const { project } = this.#current;
    this.#view.description =
      project === undefined ? '' : l10n.t('as at {0}', dayInWords(project.asAt));
    if (this.#tree === 'attention') {
      const value = project?.flags.error ?? 0;
      const tooltip =
        value === 1 ? l10n.t('1 flag needs attention') : l10n.t('{0} flags need attention', value);
      this.#view.badge = value === 0 ? undefined : { value, tooltip };
    }
    this.#changed.fire(undefined);
  }
}

let looked: Promise<unknown> | undefined;

/** Somebody looks for their plans and has none open: all plans of the folder are read, once. */
async function lookForPlans(server: Server): Promise<void> {
  if ((workspace.workspaceFolders ?? []).length === 0) return;
  looked ??= server.request(checkAllRequest).catch(() => {
    looked = undefined;
  });
  await looked;
}
