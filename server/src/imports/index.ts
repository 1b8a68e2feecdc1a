/** What the command line loads when a file is imported, and not before. */
export { folderFor, planIdIn } from './named.ts';
export { readSheets } from './readers/index.ts';
export { mappingFile, noMapping, readColours, readMapping } from './recognise/mapping.ts';
export { importedFrom } from './written/import.ts';
