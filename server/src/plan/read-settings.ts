import { JsonText } from './json-text.ts';
import { defaultSettings, settingsIn, type SettingsReading } from './settings.ts';

/** What is read where there is no `mustdo.json`. */
export const noSettings: SettingsReading = {
  settings: defaultSettings,
  faults: [],
  json: new JsonText('{}'),
};

/** Reads the text of `mustdo.json`; comments may stand in it. */
export async function readSettings(text: string): Promise<SettingsReading> {
  const json = new JsonText(text);
  const settings = settingsIn(json.plainValue);
  if (settings !== undefined) return { settings, faults: [], json };
  const { readClosely } = await import('./settings-form.ts');
  return readClosely(json);
}
