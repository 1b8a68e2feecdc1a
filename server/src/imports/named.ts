import { idFrom } from './recognise/references.ts';

/** What an import calls what it makes. */

/** The folder that is proposed for a file’s plan. @param stem the file’s name without its ending */
export const folderFor = (stem: string): string => idFrom(stem)?.replaceAll('/', '-') ?? 'imported';

/** The id of the plan in a folder. @param folder its name, without those above it */
export const planIdIn = (folder: string): string => idFrom(folder) ?? 'PLAN';
