/** What the command line loads when a file is imported, and not before. */
export { readSheets } from './readers/index.ts';
export { mappingFile, noMapping, readColours, readMapping } from './recognise/mapping.ts';
export { idFrom } from './recognise/references.ts';
export { importedFrom } from './written/import.ts';
export { keptFile, keptName, readKept } from './update/kept.ts';
export { sideOf } from './update/side.ts';
export { updateOf } from './update/update.ts';
