import { Option } from 'commander';

/** The date that every command judges a plan at. */
export const asAtOption = (): Option =>
  new Option(
    '--as-at <date>',
    'the day to judge the plan at, YYYY-MM-DD; else the project’s own, else today in England',
  );
