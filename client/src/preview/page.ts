import { Uri, type Webview } from 'vscode';

/** The only folder that the page may load from. */
export const pageFolder = (extension: Uri): Uri => Uri.joinPath(extension, 'client/dist');

/** A page of ours: its bundle, which is a script and a style sheet of one name, and its title. */
export interface Page {
  readonly bundle: string;
  readonly title: string;
}

/** An empty page: it may run its one script and load its one style sheet, and nothing else. */
export function emptyPage(webview: Webview, extension: Uri, { bundle, title }: Page): string {
  const folder = pageFolder(extension);
  const address = (file: string): string =>
    webview.asWebviewUri(Uri.joinPath(folder, file)).toString();
  const nonce = crypto.randomUUID();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <link rel="stylesheet" href="${address(`${bundle}.css`)}" />
  </head>
  <body>
    <div id="page"></div>
    <script nonce="${nonce}" src="${address(`${bundle}.js`)}"></script>
  </body>
</html>
`;
}
