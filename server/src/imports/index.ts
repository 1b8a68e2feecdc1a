/** What the command line loads when a file is imported, and not before. */
export { folderFor, planIdIn } from './named.ts';
export { readSheets } from './readers/index.ts';
export { wordsBeside } from './readers/beside.ts';
export { mappingFile, noMapping, readColours, readMapping } from './recognise/mapping.ts';
export { importedFrom } from './written/import.ts';
export { keptFile, keptName, readKept } from './update/kept.ts';
export { asAtIn, isRegister, registerUpdate, revisionIn } from './update/register.ts';
export { sideOf } from './update/side.ts';
export { updateOf } from './update/update.ts';
