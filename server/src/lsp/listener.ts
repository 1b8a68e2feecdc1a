import type { ProjectState } from './project-state.ts';

/** Whom the workspace tells what happens in it. */
export interface Listener {
  /** A project was judged anew. */
  changed(project: ProjectState): void;
  /** Something was thrown by mistake. */
  failed(error: unknown): void;
  /** Reading a project takes long. */
  reading?(root: string): Progress;
}

/** How far something is that takes long. */
export interface Progress {
  report(done: number, of: number): void;
  end(): void;
}
