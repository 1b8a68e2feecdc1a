import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { Folder, mustdo } from '../support/command.ts';

/** The templates of docs/ci: their steps are run here, in a shell and in a project, as a build server does. */

const repository = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(join(repository, 'docs/ci', path), 'utf8');

interface Step {
  readonly run?: string;
  readonly bash?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

const yaml = (path: string): unknown => parse(read(path));

const late =
  'plan P "Plan"\ninspection I "Inspection" {\n  must M "Record supervision"\n}\naction A "Act" {\n  for M\n  due 2018-06\n}\n';
const settings =
  '{ "asAt": "2018-07-01", "checks": { "missing-sro": "off", "missing-committee": "off" } }';

/** A repository of plans with Mustdo in it, as docs/ci.md says. */
function projectWith(plan: string, tool = 'tools/mustdo.mjs'): Folder {
  const folder = new Folder({ 'mustdo.json': settings, 'plans/a b.plan': plan });
  mkdirSync(dirname(folder.at(tool)), { recursive: true });
  copyFileSync(join(repository, 'server/dist/mustdo.js'), folder.at(tool));
  return folder;
}

function shell(
  program: readonly string[],
  folder: Folder,
  env: Readonly<Record<string, string>> = {},
): { code: number | null; out: string; err: string } {
  const [command = '', ...args] = program;
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder.path,
    env: {
      ...process.env,
      PATH: `${dirname(process.execPath)}:${process.env.PATH ?? ''}`,
      ...env,
    },
    encoding: 'utf8',
    timeout: 30_000,
  });
  return { code: status, out: stdout, err: stderr };
}

describe('the GitHub Action', () => {
  interface Action {
    readonly inputs: Readonly<Record<string, { readonly default: string }>>;
    readonly runs: { readonly using: string; readonly steps: readonly Step[] };
  }
  const action = yaml('github/action.yml') as Action;
  const home = '.github/actions/mustdo';

  function act(folder: Folder, given: Readonly<Record<string, string>> = {}) {
    const step = action.runs.steps.find(({ run }) => run !== undefined);
    assert.ok(step?.run);
    assert.doesNotMatch(step.run, /\$\{\{/, 'what is given is never part of the script');
    const valueOf = (text: string): string =>
      text.replaceAll(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => {
        const value = given[name] ?? action.inputs[name]?.default;
        assert.notEqual(value, undefined, name);
        return value ?? '';
      });
    folder.write('temp/.keep', '');
    const env = {
      ...Object.fromEntries(
        Object.entries(step.env ?? {}).map(([name, value]) => [name, valueOf(value)]),
      ),
      GITHUB_ACTION_PATH: folder.at(home),
      GITHUB_STEP_SUMMARY: folder.at('summary.md'),
      RUNNER_TEMP: folder.at('temp'),
    };
    return shell(['bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], folder, env);
  }

  it('annotates, writes SARIF and a summary, and fails for what needs attention', () => {
    assert.equal(action.runs.using, 'composite');
    using folder = projectWith(late, `${home}/mustdo.mjs`);
    const { code, out } = act(folder);
    assert.equal(code, 1);
    assert.match(out, /^::error file=plans\/a b\.plan,line=7,/m);
    assert.match(readFileSync(folder.at('summary.md'), 'utf8'), /flags as at 1 July 2018/);
    assert.match(readFileSync(folder.at('mustdo.sarif'), 'utf8'), /"version": "2\.1\.0"/);
  });

  it('takes a day and a path, and passes when nothing needs attention', () => {
    using folder = projectWith(late, `${home}/mustdo.mjs`);
    const { code, out } = act(folder, { 'as-at': '2018-05-01', plans: 'plans/a b.plan' });
    assert.equal(code, 0, out);
    assert.match(readFileSync(folder.at('summary.md'), 'utf8'), /flags as at 1 May 2018/);
  });

  it('takes nothing that is given for an option or a command', () => {
    using folder = projectWith(late, `${home}/mustdo.mjs`);
    const { code, err } = act(folder, { plans: '--fix $(touch x); touch y' });
    assert.equal(code, 2);
    assert.match(err, /cannot be read: there is no such file/);
    assert.ok(!existsSync(folder.at('x')) && !existsSync(folder.at('y')));
  });

  it('is what the workflow uses, with inputs that it has', () => {
    const workflow = yaml('github/workflow.yml') as { jobs: { check: { steps: readonly Step[] } } };
    const use = workflow.jobs.check.steps.find(({ uses }) => uses === `./${home}`);
    assert.ok(use);
    for (const name of Object.keys(use.with ?? {})) assert.ok(name in action.inputs, name);
  });
});

describe('the GitLab template', () => {
  it('writes both reports that it hands over, and fails for what needs attention', () => {
    const { plans } = yaml('gitlab/gitlab-ci.yml') as {
      plans: { script: readonly string[]; artifacts: { reports: Record<string, string> } };
    };
    using folder = projectWith(late);
    const { code, out } = shell(['sh', '-ec', plans.script.join('\n')], folder);
    assert.equal(code, 1);
    assert.match(out, /As at 1 July 2018/);
    const { codequality = '', junit = '' } = plans.artifacts.reports;
    const issues = JSON.parse(readFileSync(folder.at(codequality), 'utf8')) as {
      location: { path: string };
    }[];
    assert.equal(issues[0]?.location.path, 'plans/a b.plan');
    assert.match(readFileSync(folder.at(junit), 'utf8'), /^<\?xml/);
  });
});

describe('the Azure template', () => {
  it('logs issues, hands over the summary, and writes the tests that it publishes', () => {
    const { steps } = yaml('azure/azure-pipelines.yml') as {
      steps: readonly (Step & { inputs?: Record<string, string> })[];
    };
    using folder = projectWith(late);
    const script = steps.find(({ bash }) => bash !== undefined)?.bash ?? '';
    const { code, out } = shell(['bash', '-c', script], folder);
    assert.equal(code, 1);
    assert.match(out, /^##vso\[task\.logissue type=error;sourcepath=plans\/a b\.plan;/m);
    const summary = /^##vso\[task\.uploadsummary\](.*)$/m.exec(out)?.[1] ?? '';
    assert.match(readFileSync(summary, 'utf8'), /flags as at 1 July 2018/);
    const published = steps.find(({ inputs }) => inputs?.testResultsFiles !== undefined);
    assert.ok(existsSync(folder.at(published?.inputs?.testResultsFiles ?? 'none')));
  });
});

describe('the pre-commit hook', () => {
  const git = (folder: Folder, ...args: string[]) =>
    shell(['git', '-c', 'user.name=A', '-c', 'user.email=a@b.test', ...args], folder);

  function repositoryWith(plan: string): Folder {
    const folder = projectWith(plan);
    git(folder, 'init', '-q');
    const hook = folder.at('.git/hooks/pre-commit');
    mkdirSync(dirname(hook), { recursive: true });
    copyFileSync(join(repository, 'docs/ci/pre-commit/pre-commit'), hook);
    return folder;
  }

  it('holds back a plan that needs attention, and lets go one that does not', () => {
    using folder = repositoryWith(late);
    git(folder, 'add', '--', 'plans');
    const held = git(folder, 'commit', '-qm', 'A plan');
    assert.notEqual(held.code, 0);
    assert.match(held.out + held.err, /plans\/a b\.plan:7:7: error: .* \[overdue\]/);
    folder.write('plans/a b.plan', late.replace('2018-06', '2018-08'));
    git(folder, 'add', '--', 'plans');
    assert.equal(git(folder, 'commit', '-qm', 'A plan').code, 0);
  });

  it('does not look at a commit without plans, and at all plans for one of the settings', () => {
    using folder = repositoryWith(late);
    folder.write('notes.txt', 'Nothing');
    git(folder, 'add', '--', 'notes.txt');
    const { code, out, err } = git(folder, 'commit', '-qm', 'Notes');
    assert.equal(code, 0, err);
    assert.equal(out + err, '');
    git(folder, 'add', '--', 'mustdo.json');
    assert.notEqual(git(folder, 'commit', '-qm', 'Settings').code, 0);
  });
});

describe('the task for VS Code', () => {
  it('runs, and its matcher finds every flag', () => {
    const { tasks } = JSON.parse(read('vscode/tasks.json')) as {
      tasks: {
        command: string;
        args: string[];
        problemMatcher: { pattern: { regexp: string; file: number; line: number; code: number } };
      }[];
    };
    const [task] = tasks;
    assert.ok(task);
    using folder = projectWith(late);
    const { out } = shell([task.command, ...task.args], folder);
    const { regexp, file, line, code } = task.problemMatcher.pattern;
    const found = out.split('\n').flatMap((text) => {
      const match = new RegExp(regexp).exec(text);
      return match === null ? [] : [[match[file], match[line], match[code]]];
    });
    assert.ok(found.some((one) => one.join() === 'plans/a b.plan,7,overdue'));
    assert.equal(found.length, out.split('\n').filter((text) => text.includes('.plan:')).length);
    const real = mustdo(['check', 'samples', '--format', 'compact']).out.trimEnd().split('\n');
    const flags = real.filter((text) => !text.includes(' As at '));
    for (const text of flags) assert.match(text, new RegExp(regexp));
    assert.notEqual(flags.length, 0);
  });
});

describe('the Dockerfile', () => {
  it('copies what the build writes, and starts it', () => {
    const text = read('docker/Dockerfile');
    const [, from = '', to = ''] = /^COPY (\S+) (\S+)$/m.exec(text) ?? [];
    const [program = '', path = ''] = JSON.parse(
      /^ENTRYPOINT (.*)$/m.exec(text)?.[1] ?? '[]',
    ) as string[];
    const command = JSON.parse(/^CMD (.*)$/m.exec(text)?.[1] ?? '[]') as string[];
    assert.equal(path, to);
    using folder = new Folder({ 'mustdo.json': settings, 'a.plan': late });
    copyFileSync(join(repository, from), folder.at('mustdo.mjs'));
    const { code, out } = shell([program, 'mustdo.mjs', ...command], folder);
    assert.equal(code, 1);
    assert.match(out, /As at 1 July 2018/);
  });
});
