import { expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { examples, signupActions } from './command.ts';

it('--help of signup-actions', async () => {
  expect(await signupActions(examples, '--help')).toMatchInlineSnapshot(`
    {
      "status": 0,
      "stderr": "",
      "stdout": "Usage: signup-actions [options] [command]

    Run pre-user-registration Actions on your own machine.

    Options:
      -V, --version                output the version number
      -h, --help                   display help for command

    Commands:
      run [options] <path...>      Run Actions on signups and report what happens.
      list [options] [path...]     Show what is understood of a tenant: its Actions,
                                   in order, with what they need.
      diff [options] <old> <new>   Run two versions of a tenant on the same signups
                                   and report what changes.
      serve [options] [path...]    Sign people up over HTTP with these Actions, for
                                   development and tests.
      check [options] [path...]    Find mistakes in Actions without running them.
      explore [options] <path...>  Draw signups that Auth0 can send, and report
                                   those on which an Action goes wrong.
      test [options] [path...]     Run test cases, which are files of signups and of
                                   what is expected of them.
      init [options] [folder]      Prepare a folder of Actions for types and tests.
                                   Overwrites nothing.
      mcp                          Serve run, check, explore and the rules to coding
                                   agents, over the Model Context Protocol.
      complete <shell>             Print what bash, zsh, fish or powershell
                                   completes this command with.
      help [command]               display help for command

    Examples:
      signup-actions run action.js
      signup-actions check actions
      signup-actions explore action.js
      signup-actions serve tenant --env-file tenant.env
      signup-actions list tenant
      signup-actions test
      signup-actions init
    ",
    }
  `);
});

it('--version prints the version', async () => {
  const { status, stdout } = await signupActions(examples, '--version');

  expect({ status, stdout }).toEqual({ status: 0, stdout: `${manifest.version}\n` });
});

it('--help of run', async () => {
  expect((await signupActions(examples, 'run', '--help')).stdout).toMatchInlineSnapshot(`
    "Usage: signup-actions run [options] <path...>

    Run Actions on signups and report what happens.

    Arguments:
      path                              Action files in order, a folder or
                                        tenant.yaml that the deploy tool exported, a
                                        folder of .tf files, or JSON of Terraform or
                                        of the Management API; - is standard input

    Options:
      -e, --event <file>                the signups: a JSON file with an event or an
                                        array of events, an NDJSON file, or a folder
                                        of such files
      -f, --from <name>                 start from a typical event; with entries of
                                        a log as --event, what they lack is taken
                                        from it (choices: "api-signup",
                                        "database-otp", "management-api",
                                        "otp-challenge", "passkey",
                                        "passwordless-email", "passwordless-sms",
                                        "universal-login", default:
                                        "universal-login")
      -s, --set <path=value>            set a field of each event, such as
                                        user.email=ada@example.com; repeatable
      --unset <path>                    remove a field of each event, such as
                                        user.email; repeatable
      --env-file <file>                 a file with values of secrets and marks, one
                                        NAME=VALUE per line
      --secret <name=value>             a secret of the Actions; repeatable. Your
                                        shell keeps it in its history: put real
                                        secrets into a file and use --env-file
      --module <name=file>              an Actions module: the file that
                                        require("actions:NAME") loads; repeatable
      --module-secret <name.key=value>  a secret of an Actions module, as in
                                        actions.secrets.KEY; repeatable. In
                                        --env-file: NAME.KEY=VALUE
      --configuration <name=value>      a value of event.configuration, for all
                                        Actions; repeatable
      --config <file>                   the deploy tool's configuration, with the
                                        values of its marks; by default config.json
                                        in or beside the export
      -t, --timeout <ms>                how long all Actions of a flow may take
                                        together (default: 20000)
      -c, --cache <file>                keep api.cache in this file between runs
      --save-case <file>                save the signups and what happens as a case
                                        for signup-actions test, without secrets
      --jobs <number>                   run this many signups at the same time; each
                                        then sees what the cache held that many
                                        signups ago (default: 1)
      --fresh                           run each signup in a process of its own
                                        instead of a warm one
      --check-isolation                 run each signup in a fresh and in a warm
                                        process, and report where the outcomes
                                        differ
      --only <action>                   run only the Action of this name; repeatable
      --strict                          end with status 1 if there is a diagnostic
                                        or a note
      -q, --quiet                       print a line for each signup and nothing
                                        else
      --verbose                         print everything, however long it is
      --only-failed                     print the reports of signups that are
                                        refused or fail
      -j, --json                        print the outcome as JSON and nothing else;
                                        of a batch, an array
      --ndjson                          print a line of JSON for each signup when it
                                        is done
      --inspect [host:port]             let a debugger attach, and lift the deadline
                                        (default: 127.0.0.1:9229)
      --inspect-brk [host:port]         wait for a debugger, and stop at the first
                                        statement of the first Action
      --trace <file>                    write what happens to each signup into a
                                        file that the playground opens, without
                                        secrets
      -w, --watch                       run again when an Action, an event or the
                                        file of secrets changes
      -h, --help                        display help for command

    Examples:
      signup-actions run action.js --from passwordless-sms
      signup-actions run tenant --env-file tenant.env --event signups
      signup-actions run action.js --set user.email=ada@example.com --watch
      signup-actions run tenant --env-file tenant.env --only tag-plan --strict
      signup-actions run action.js --event signups.ndjson --only-failed
      signup-actions run action.js --from passkey --save-case passkey.signup.json
      signup-actions run action.js --inspect-brk

    Exit status; of several signups, the highest:
      0  every signup is allowed
      1  a signup is refused, even if too late
      2  usage error or a fault of the machine: nothing ran, or its output was lost
      3  an Action failed
    Ctrl+C ends the run at once with 130 and a summary of what is done.

    Each flow runs in its own process with an empty environment, limited memory and
    a deadline. This protects you from accidents, not from malicious code: run only
    Actions that you trust.
    "
  `);
});

it('--help of check', async () => {
  expect((await signupActions(examples, 'check', '--help')).stdout).toMatchInlineSnapshot(`
    "Usage: signup-actions check [options] [path...]

    Find mistakes in Actions without running them.

    Arguments:
      path                  Action files, folders of them, a folder or tenant.yaml
                            that the deploy tool exported, a folder of .tf files, or
                            JSON of Terraform or of the Management API; - is
                            standard input (default: this folder)

    Options:
      -j, --json            print the findings as JSON and nothing else
      --format <name>       how to print the findings (choices: "text", "json",
                            "github", "sarif", "junit", default: "text")
      --module <name=file>  an Actions module: the file that require("actions:NAME")
                            loads; repeatable
      --config <file>       the deploy tool's configuration, with the values of its
                            marks; by default config.json in or beside the export
      --env-file <file>     a file with values of secrets and marks, one NAME=VALUE
                            per line
      -h, --help            display help for command

    Examples:
      signup-actions check
      signup-actions check action.js tenant.yaml

    Exit status:
      0  nothing was found
      1  a mistake was found
      2  usage error: nothing was checked
    "
  `);
});

it('--help of explore', async () => {
  expect((await signupActions(examples, 'explore', '--help')).stdout).toMatchInlineSnapshot(`
    "Usage: signup-actions explore [options] <path...>

    Draw signups that Auth0 can send, and report those on which an Action goes
    wrong.

    Arguments:
      path                              Action files, a folder or tenant.yaml that
                                        the deploy tool exported, a folder of .tf
                                        files, or JSON of Terraform or of the
                                        Management API; - is standard input

    Options:
      --runs <number>                   how many signups to draw for each Action
                                        (default: 400)
      --seed <number>                   draw other signups; the same seed draws the
                                        same ones (default: 0)
      --time-limit <ms>                 after how long to stop, for each Action
                                        (default: 60000)
      --accept <pattern>                a regular expression for messages of
                                        problems that are meant; repeatable
      --network                         send the requests of the Actions instead of
                                        making up responses
      --save <folder>                   write each signup into this folder, as a
                                        case for signup-actions test and as a test
                                        for Vitest
      --only <action>                   run only the Action of this name; repeatable
      --env-file <file>                 a file with values of secrets and marks, one
                                        NAME=VALUE per line
      --secret <name=value>             a secret of the Actions; repeatable. Your
                                        shell keeps it in its history: put real
                                        secrets into a file and use --env-file
      --module <name=file>              an Actions module: the file that
                                        require("actions:NAME") loads; repeatable
      --module-secret <name.key=value>  a secret of an Actions module, as in
                                        actions.secrets.KEY; repeatable. In
                                        --env-file: NAME.KEY=VALUE
      --configuration <name=value>      a value of event.configuration, for all
                                        Actions; repeatable
      --config <file>                   the deploy tool's configuration, with the
                                        values of its marks; by default config.json
                                        in or beside the export
      -j, --json                        print the problems as JSON and nothing else
      -h, --help                        display help for command

    Without secrets, an Action gets examples of those that it reads.

    Examples:
      signup-actions explore action.js
      signup-actions explore tenant --env-file tenant.env --only block-domains
      signup-actions explore action.js --save cases
      signup-actions explore action.js --accept "the register returned" --seed 7

    Exit status:
      0  no problem was found
      1  a problem was found
      2  usage error: nothing was explored

    Each Action is explored in its own process with an empty environment, limited
    memory and a deadline. This protects you from accidents, not from malicious
    code: explore only Actions that you trust.
    "
  `);
});

it('--help of init', async () => {
  expect((await signupActions(examples, 'init', '--help')).stdout).toMatchInlineSnapshot(`
    "Usage: signup-actions init [options] [folder]

    Prepare a folder of Actions for types and tests. Overwrites nothing.

    Arguments:
      folder      a folder with Actions somewhere in it (default: ".")

    Options:
      --example   write an Action to begin with if the folder has none
      --agents    add a section for coding agents to AGENTS.md
      -h, --help  display help for command

    Examples:
      signup-actions init
      signup-actions init my-actions --example
      signup-actions init --agents
    "
  `);
});

it('prints a usage error without a command or a path, and for an unknown command', async () => {
  expect(await signupActions(examples)).toMatchObject({ status: 2, stdout: '' });
  expect(await signupActions(examples, 'run')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: missing required argument 'path'
    ",
      "stdout": "",
    }
  `);
  expect(await signupActions(examples, 'rum', 'tenant')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: unknown command 'rum'
    (Did you mean run?)
    ",
      "stdout": "",
    }
  `);
});

it('prints a usage error for a timeout that is not a number of milliseconds', async () => {
  expect(await signupActions(examples, 'run', 'tenant', '--timeout', '0')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: option '-t, --timeout <ms>' argument '0' is invalid. It must be a whole number of milliseconds from 1 to 3600000.
    ",
      "stdout": "",
    }
  `);
  expect((await signupActions(examples, 'run', 'tenant', '-t', '2s')).status).toBe(2);
});
