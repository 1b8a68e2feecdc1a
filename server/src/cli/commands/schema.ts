import { Option, type Command } from 'commander';
import { exportSchema } from '../../outputs/json/schema.ts';
import { checks } from '../../checks/index.ts';

/** What there is a JSON Schema of. */
const schemas = {
  plan: () => Promise.resolve(exportSchema()),
  settings: async () => {
    // With it comes zod, which nothing else needs as long as all settings are right.
    const { settingsJsonSchema } = await import('../../checks/settings-schema.ts');
    return settingsJsonSchema(checks);
  },
} as const;

/** `mustdo schema` */
export function addSchema(program: Command): void {
  program
    .command('schema')
    .summary('print a JSON Schema')
    .description('Prints the JSON Schema of an exported plan, or of mustdo.json.')
    .addOption(
      new Option('--of <what>', 'what to describe').choices(Object.keys(schemas)).default('plan'),
    )
    .action(async ({ of }: { of: keyof typeof schemas }) => {
      process.stdout.write(`${JSON.stringify(await schemas[of](), null, 2)}\n`);
    });
}
