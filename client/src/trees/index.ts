import { commands, Disposable, type Memento } from 'vscode';
import type { TreeId } from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';
import type { CurrentProject } from './current.ts';
import type { PlanNode } from './node.ts';
import { PlanTree } from './view.ts';

/** Every tree of the side bar; package.json has them as views of the same names. */
const trees: Readonly<Record<TreeId, true>> = {
  attention: true,
  mustDos: true,
  owners: true,
  committees: true,
  deadlines: true,
};

/** How the tree of what needs attention is grouped; VS Code shows the button for the other. */
export type AttentionBy = 'check' | 'owner';

/** The trees of the side bar. */
export class Trees implements Disposable {
  readonly #trees: ReadonlyMap<string, PlanTree>;
  readonly #memory: Memento;
  /** What was last chosen, in whichever tree. */
  #chosen: readonly PlanNode[] = [];
  readonly #subscriptions: Disposable;

  /** @param memory of the folder that is open: keeps how somebody likes a tree */
  constructor(server: Server, current: CurrentProject, memory: Memento) {
    this.#memory = memory;
    this.#trees = new Map(
      (Object.keys(trees) as TreeId[]).map((tree) => [tree, new PlanTree(tree, server, current)]),
    );
    const choices = [...this.#trees.values()].map((tree) =>
      tree.onDidChoose((chosen) => (this.#chosen = chosen)),
    );
    const tell = (): void =>
      void commands.executeCommand('setContext', 'mustdo.hasPlan', current.project !== undefined);
    this.#subscriptions = Disposable.from(
      current.onDidChange(tell),
      ...choices,
      ...this.#trees.values(),
    );
    tell();
    this.groupAttention(memory.get(key) === 'owner' ? 'owner' : 'check');
  }

  /** What a command from the keyboard is about, which gets no node. */
  get chosen(): readonly PlanNode[] {
    return this.#chosen;
  }

  groupAttention(by: AttentionBy): void {
    const tree = this.#trees.get('attention');
    if (tree !== undefined) tree.by = by;
    void this.#memory.update(key, by);
    void commands.executeCommand('setContext', key, by);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}

const key = 'mustdo.attentionBy';
