// A software bill of materials: what a product is made of, in CycloneDX 1.6.
import { version as esbuildVersion } from 'esbuild';
import manifest from '../package.json' with { type: 'json' };

/** @import { Component, Shipped } from './components.mjs' */
/** @import { Runtime } from './runtimes.mjs' */

/**
 * The bill of a product, as text. The same product has the same bill: it has no serial number, and no time but the one that
 * SOURCE_DATE_EPOCH gives.
 * @param {string} title what the product is
 * @param {Shipped} shipped
 * @param {Runtime} [runtime] the Node that goes with it
 */
export function billOf(title, { components, uses }, runtime) {
  const places = new Map(components.map((component) => [component.place, component]));
  /** @param {ReadonlySet<string>} from */
  const refsOf = (from) =>
    [...new Set([...from].flatMap((place) => places.get(place) ?? []).map(purl))].sort();

  const own = `pkg:npm/${manifest.name}@${manifest.version}`;
  /** @type {Map<string, Set<string>>} a package that is there twice is one component */
  const dependsOn = new Map();
  for (const component of components) {
    const refs = dependsOn.get(purl(component)) ?? new Set();
    for (const ref of refsOf(component.uses)) refs.add(ref);
    dependsOn.set(purl(component), refs);
  }
  const listed = new Map(components.map((component) => [purl(component), library(component)]));
  const node = runtime === undefined ? [] : [platform(runtime)];
  const nodeRefs = node.map((component) => component['bom-ref']);

  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      ...timestamp(),
      lifecycles: [{ phase: 'build' }],
      tools: {
        components: [{ type: 'application', name: 'esbuild', version: esbuildVersion }],
      },
      component: {
        type: 'application',
        'bom-ref': own,
        name: manifest.name,
        version: manifest.version,
        description: title,
        licenses: licences(manifest.license),
      },
    },
    components: [...listed.values(), ...node],
    dependencies: [
      { ref: own, dependsOn: [...refsOf(uses), ...nodeRefs].sort() },
      ...[...dependsOn].map(([ref, refs]) => ({ ref, dependsOn: [...refs].sort() })),
      ...nodeRefs.map((ref) => ({ ref })),
    ],
    compositions: [
      { aggregate: 'complete', dependencies: [own, ...dependsOn.keys()] },
      // Node brings V8, OpenSSL and others along, which its own documents list.
      ...nodeRefs.map((ref) => ({ aggregate: 'incomplete', assemblies: [ref] })),
    ],
  };
  return `${JSON.stringify(bill, undefined, 2)}\n`;
}

/** @param {Component} component */
function library(component) {
  const [group, name] = component.name.startsWith('@')
    ? component.name.split('/')
    : [undefined, component.name];
  return {
    type: 'library',
    'bom-ref': purl(component),
    ...(group === undefined ? {} : { group }),
    name,
    version: component.version,
    hashes: hashes(component.integrity),
    licenses: licences(component.licence),
    purl: purl(component),
  };
}

/** @param {Runtime} runtime */
function platform(runtime) {
  return {
    type: 'platform',
    'bom-ref': purl(runtime),
    name: 'node',
    version: runtime.version,
    description: 'Node.js, which runs it',
    hashes: hashes(runtime.integrity),
    licenses: licences('MIT'),
    // Known weaknesses of Node are listed under this name.
    cpe: `cpe:2.3:a:nodejs:node.js:${runtime.version}:*:*:*:*:*:*:*`,
    purl: purl(runtime),
  };
}

/** @param {{ name: string, version: string }} of */
function purl({ name, version }) {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

/** What npm compares a package with. @param {string} integrity */
function hashes(integrity) {
  const [algorithm = '', base64 = ''] = integrity.split('-', 2);
  return [
    {
      alg: algorithm.replace('sha', 'SHA-'),
      content: Buffer.from(base64, 'base64').toString('hex'),
    },
  ];
}

/** @param {string} licence */
function licences(licence) {
  const acknowledgement = 'declared';
  return /^[\w.-]+$/.test(licence)
    ? [{ license: { id: licence, acknowledgement } }]
    : [{ expression: licence, acknowledgement }];
}

function timestamp() {
  const seconds = process.env.SOURCE_DATE_EPOCH;
  return seconds === undefined ? {} : { timestamp: new Date(Number(seconds) * 1000).toISOString() };
}
