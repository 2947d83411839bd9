import { describe, it } from 'vitest';
import { action, createFolder, signupActions } from './command.ts';

const files = {
  '.git/HEAD': 'ref: refs/heads/main',
  'tenant/triggers/triggers.json': { 'pre-user-registration': [{ action_name: 'gate' }] },
  'tenant/actions/gate.json': { name: 'gate', code: 'actions/gate/code.js', deployed: false },
  'tenant/actions/gate/code.js': action("api.access.deny('100 % no: <b>');"),
};
const fine = { 'fine.js': action('') };

describe.concurrent('check --format', () => {
  it('github annotates the lines, by their paths in the repository', async ({ expect }) => {
    const folder = createFolder(files);

    expect(await signupActions(`${folder}/tenant`, 'check', '--format', 'github'))
      .toMatchInlineSnapshot(`
      {
        "status": 1,
        "stderr": "",
        "stdout": "::notice file=tenant/actions/gate.json,line=1,title=not-deployed::This is a draft: the export says that the platform runs another version, until this one is deployed.
      ::error file=tenant/actions/gate/code.js,line=2,col=3,endColumn=35,title=deny-without-user-message::api.access.deny needs a second argument, the message for the user.
      ",
      }
    `);
    expect((await signupActions(createFolder(fine), 'check', '--format', 'github')).stdout)
      .toMatchInlineSnapshot(`
        "1 Action checked, nothing found
        "
      `);
  });

  it.for(['text', 'json', 'github', 'sarif', 'junit'])(
    '%s shows no control character of a name or a source',
    async (format, { expect }) => {
      const broken = 'exports.onExecutePreUserRegistration = async () => \u001b[2J;\n';
      const folder = createFolder({ 'es\u001b[2Jcape.js': broken });

      const { status, stdout } = await signupActions(folder, 'check', '--format', format);

      expect(status).toBe(1);
      // oxlint-disable-next-line no-control-regex -- what no output may have
      expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    },
  );

  it('sarif is what code scanning reads', async ({ expect }) => {
    const folder = createFolder(files);

    const { status, stdout } = await signupActions(folder, 'check', 'tenant', '--format', 'sarif');

    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchInlineSnapshot(`
      {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "runs": [
          {
            "columnKind": "utf16CodeUnits",
            "results": [
              {
                "level": "note",
                "locations": [
                  {
                    "physicalLocation": {
                      "artifactLocation": {
                        "uri": "tenant/actions/gate.json",
                        "uriBaseId": "%SRCROOT%",
                      },
                      "region": {
                        "startLine": 1,
                      },
                    },
                  },
                ],
                "message": {
                  "text": "This is a draft: the export says that the platform runs another version, until this one is deployed.",
                },
                "ruleId": "not-deployed",
              },
              {
                "level": "error",
                "locations": [
                  {
                    "physicalLocation": {
                      "artifactLocation": {
                        "uri": "tenant/actions/gate/code.js",
                        "uriBaseId": "%SRCROOT%",
                      },
                      "region": {
                        "endColumn": 35,
                        "startColumn": 3,
                        "startLine": 2,
                      },
                    },
                  },
                ],
                "message": {
                  "text": "api.access.deny needs a second argument, the message for the user.",
                },
                "ruleId": "deny-without-user-message",
              },
            ],
            "tool": {
              "driver": {
                "informationUri": "https://signup-actions.github.io/signup-actions/",
                "name": "signup-actions",
                "rules": [
                  {
                    "helpUri": "https://signup-actions.github.io/signup-actions/diagnostics#not-deployed",
                    "id": "not-deployed",
                  },
                  {
                    "helpUri": "https://signup-actions.github.io/signup-actions/diagnostics#deny-without-user-message",
                    "id": "deny-without-user-message",
                  },
                ],
                "version": "0.0.0",
              },
            },
          },
        ],
        "version": "2.1.0",
      }
    `);
  });

  it('junit has a test for each file', async ({ expect }) => {
    const folder = createFolder({ ...files, ...fine });

    expect((await signupActions(folder, 'check', 'tenant', 'fine.js', '--format', 'junit')).stdout)
      .toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <testsuite name="signup-actions check" tests="3" failures="1">
        <testcase classname="signup-actions check" name="tenant/actions/gate/code.js">
          <failure type="deny-without-user-message" message="api.access.deny needs a second argument, the message for the user.">tenant/actions/gate/code.js:2</failure>
        </testcase>
        <testcase classname="signup-actions check" name="fine.js"/>
        <testcase classname="signup-actions check" name="tenant/actions/gate.json"/>
      </testsuite>
      "
    `);
  });

  it('json keeps notes apart, which are no mistakes', async ({ expect }) => {
    const folder = createFolder({ ...files, 'tenant/actions/gate/code.js': action('') });

    expect(await signupActions(folder, 'check', 'tenant', '--format', 'json'))
      .toMatchInlineSnapshot(`
      {
        "status": 0,
        "stderr": "",
        "stdout": "{
        "findings": [],
        "notes": [
          {
            "file": "tenant/actions/gate.json",
            "line": 1,
            "rule": "not-deployed",
            "message": "This is a draft: the export says that the platform runs another version, until this one is deployed."
          }
        ]
      }
      ",
      }
    `);
    expect(await signupActions(folder, 'check', 'tenant')).toMatchInlineSnapshot(`
      {
        "status": 0,
        "stderr": "",
        "stdout": "tenant/actions/gate.json:1  note This is a draft: the export says that the platform runs another version, until this one is deployed. (not-deployed)
      https://signup-actions.github.io/signup-actions/diagnostics#not-deployed

      ✓ 1 Action checked, nothing found
      ",
      }
    `);
  });

  it('refuses a format that it does not have', async ({ expect }) => {
    expect(await signupActions(createFolder(fine), 'check', '--format', 'xml'))
      .toMatchInlineSnapshot(`
      {
        "status": 2,
        "stderr": "error: option '--format <name>' argument 'xml' is invalid. Allowed choices are text, json, github, sarif, junit.
      ",
        "stdout": "",
      }
    `);
  });

  it('marks the place in a line that is too long for the terminal', async ({ expect }) => {
    const line = `/* ${'x'.repeat(300)} */ api.access.deny('no'); /* ${'y'.repeat(300)} */`;

    const { stdout } = await signupActions(createFolder({ 'long.js': action(line) }), 'check');

    expect(stdout).toMatchInlineSnapshot(`
      "long.js:2  api.access.deny needs a second argument, the message for the user. (deny-without-user-message)
          2 │ …xxxxxxxxxxxxxxxxxx */ api.access.deny('no'); /* yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy…
            │                        ~~~~~~~~~~~~~~~~~~~~~
      https://signup-actions.github.io/signup-actions/diagnostics#deny-without-user-message

      ✗ 1 Action checked, 1 mistake found
      "
    `);
  });
});
