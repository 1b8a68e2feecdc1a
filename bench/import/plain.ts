import readExcelFile from 'read-excel-file/node';

// node bench/import/plain.ts FILE: reads a workbook and says how many cells hold something. What anybody must do who imports one.

const [, , file = ''] = process.argv;
const sheets = await readExcelFile(file);
const cells = sheets.flatMap(({ data }) => data.flat()).filter((cell) => cell !== null);
console.log(`${cells.length} cells`);
