import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Bill } from '../support/bill.ts';
import { Folder } from '../support/command.ts';

/** The bills of materials, against the schema of CycloneDX. */

const repository = fileURLToPath(new URL('../../', import.meta.url));
const library = fileURLToPath(import.meta.resolve('@cyclonedx/cyclonedx-library/package.json'));

const schema = (name: string): object =>
  JSON.parse(
    readFileSync(join(dirname(library), `res/schema/${name}.SNAPSHOT.schema.json`), 'utf8'),
  ) as object;

function validator() {
  const ajv = new Ajv({
    strict: false,
    formats: { 'iri-reference': true, 'idn-email': true },
  });
  addFormats.default(ajv);
  // The library’s copies refer to each other by the names of their files.
  for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs']) {
    ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
  }
  return ajv.compile(schema('bom-1.6'));
}

it('what npm run sbom writes is valid CycloneDX 1.6', function () {
  this.timeout(60_000);
  using folder = new Folder();
  spawnSync(process.execPath, [join(repository, 'scripts/sbom.mjs'), folder.path]);
  const validate = validator();
  const files = readdirSync(folder.path);
  assert.equal(files.length, 2);
  for (const file of files) {
    const bill = JSON.parse(readFileSync(folder.at(file), 'utf8')) as Bill;
    assert.ok(validate(bill), JSON.stringify(validate.errors));
    const [first, ...others] = bill.components;
    const wrong = { ...bill, components: [{ ...first, type: 'word' }, ...others] };
    assert.ok(!validate(wrong), 'the schema notices what is wrong');
  }
});
