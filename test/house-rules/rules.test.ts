// Each house rule is shown to fire where it must, at the line it must, and to stay quiet elsewhere.
// examples.ts has the small repositories; a rule without examples does not compile.

import { describe, expect, test } from '@jest/globals';
import { examples, type Sources } from './examples.ts';
import type { Exception } from './exceptions.ts';
import type { Repository } from './rule.ts';
import { ruleNames, rules, violationLine, violationsOf } from './rules.ts';
import { readSource } from './source-file.ts';

function repositoryOf(sources: Sources): Repository {
  const code = Object.entries(sources).filter(([path]) => /^src\/.*\.[tj]s$/.test(path));
  return {
    files: code.map(([path, text]) => readSource(path, text)),
    paths: Object.keys(sources),
  };
}

describe.each(ruleNames)('%s', (name) => {
  test.each(examples[name].refuses)('refuses %j at %s', (sources, place) => {
    const found = rules[name](repositoryOf(sources));
    expect(found.map(({ file, line }) => `${file}:${line}`)).toContain(place);
    for (const { what, remedy } of found) expect([what, remedy]).not.toContain('');
  });

  test.each(examples[name].passes.map((each) => [each]))('passes %j', (sources) => {
    expect(rules[name](repositoryOf(sources))).toEqual([]);
  });

  test('has examples of both', () => {
    expect(examples[name].refuses.length).toBeGreaterThan(0);
    expect(examples[name].passes.length).toBeGreaterThan(0);
  });
});

describe('the runner', () => {
  const header = '// What it is for.\n// What comes in and out.\n\n';
  const repository = repositoryOf({ 'src/cli/demo.ts': `${header}eval(process.env.CODE);` });
  const excuse = (rule: Exception['rule']): Exception => ({
    rule,
    file: 'src/cli/demo.ts',
    reason: 'a test',
  });

  test('reports all violations at once, one line each', () => {
    expect(violationsOf(repository, []).map(violationLine)).toEqual([
      'src/cli/demo.ts:4: no-evaluated-text: text is run as code: ' +
        'formulas are read by the parser of the worksheet, never by the engine',
      'src/cli/demo.ts:4: environment: reads the environment: ' +
        'add the setting to src/config.ts',
    ]);
  });

  test('lets a listed exception pass, for its own rule and file alone', () => {
    const left = violationsOf(repository, [excuse('environment')]);
    expect(left.map(({ rule }) => rule)).toEqual(['no-evaluated-text']);
  });

  test('refuses an exception that excuses nothing', () => {
    const left = violationsOf(repository, [
      excuse('environment'),
      excuse('no-evaluated-text'),
      excuse('line-width'),
    ]);
    expect(left.map(violationLine)).toEqual([
      "src/cli/demo.ts:1: stale-exception: 'line-width' finds nothing there any more: " +
        'delete it from exceptions.ts',
    ]);
  });
});
