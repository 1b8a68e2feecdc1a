import { Option, type Command } from 'commander';
import { exportSchema } from '../../outputs/json/schema.ts';
import { checks } from '../../checks/index.ts';
import { settingsJsonSchema } from '../../checks/settings-schema.ts';

/** What there is a JSON Schema of. */
const schemas = { plan: exportSchema, settings: () => settingsJsonSchema(checks) } as const;

/** `mustdo schema` */
export function addSchema(program: Command): void {
  program
    .command('schema')
    .summary('print a JSON Schema')
    .description('Prints the JSON Schema of an exported plan, or of mustdo.json.')
    .addOption(
      new Option('--of <what>', 'what to describe').choices(Object.keys(schemas)).default('plan'),
    )
    .action(({ of }: { of: keyof typeof schemas }) => {
      process.stdout.write(`${JSON.stringify(schemas[of](), null, 2)}\n`);
    });
}
