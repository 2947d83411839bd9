import { expect, it } from 'vitest';
import { version } from '../package.json' with { type: 'json' };
import { examples, signupActions } from './command.ts';

it('--help of signup-actions', () => {
  expect(signupActions(examples, '--help')).toMatchInlineSnapshot(`
    {
      "status": 0,
      "stderr": "",
      "stdout": "Usage: signup-actions [options] [command]

    Run pre-user-registration Actions on your own machine.

    Options:
      -V, --version              output the version number
      -h, --help                 display help for command

    Commands:
      run [options] <path...>    Run Actions on signups, and say what happens.
      check [options] [path...]  Find the mistakes in Actions that show without
                                 running them.
      init [folder]              Prepare a folder of Actions for types and tests.
                                 Overwrites nothing.
      help [command]             display help for command
    ",
    }
  `);
});

it('--version', () => {
  const { status, stdout } = signupActions(examples, '--version');

  expect({ status, stdout }).toEqual({ status: 0, stdout: `${version}\n` });
});

it('--help of run', () => {
  expect(signupActions(examples, 'run', '--help')).toMatchInlineSnapshot(`
    {
      "status": 0,
      "stderr": "",
      "stdout": "Usage: signup-actions run [options] <path...>

    Run Actions on signups, and say what happens.

    Arguments:
      path                   Action files in order, a folder that the deploy tool
                             exported, or its tenant.yaml

    Options:
      --event <file|name>    a signup: JSON, several as a JSON array or NDJSON, a
                             folder of such files; or one of api-signup,
                             management-api, passwordless-email, passwordless-sms,
                             universal-login (default: universal-login)
      --set <path=value>     a field of the event, as in user.email=…; repeatable
      --secret <name=value>  a secret of an Action; repeatable
      --env-file <file>      a file of secrets, one NAME=VALUE a line
      --cache <file>         where api.cache is kept between runs
      --timeout <ms>         time for all Actions of a flow together (default:
                             20000)
      --json                 the outcome as JSON, and nothing else; an array for a
                             batch
      --watch                run again when an Action, an event or the file of
                             secrets changes
      -h, --help             display help for command

    Exit status, of several signups the highest:
      0  every signup is allowed
      1  some signup is refused
      2  nothing ran: what was typed cannot be run
      3  an Action failed

    Each flow runs in a process of its own, with an empty environment, a bounded heap and a deadline. That
    guards against accidents, not against hostile code: run only Actions that you trust.
    ",
    }
  `);
});

it('no command, no path, and a command that does not exist', () => {
  expect(signupActions(examples)).toMatchObject({ status: 2, stdout: '' });
  expect(signupActions(examples, 'run')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: missing required argument 'path'
    ",
      "stdout": "",
    }
  `);
  expect(signupActions(examples, 'rum', 'tenant')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: unknown command 'rum'
    (Did you mean run?)
    ",
      "stdout": "",
    }
  `);
});

it('a time that is none', () => {
  expect(signupActions(examples, 'run', 'tenant', '--timeout', '0')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: option '--timeout <ms>' argument '0' is invalid. It is a whole number of milliseconds from 1 to 3600000.
    ",
      "stdout": "",
    }
  `);
  expect(signupActions(examples, 'run', 'tenant', '--timeout', '2s').status).toBe(2);
});
