// Every command that can be run, with the whole name that is typed for it.
import type { CommandSpec } from '../../src/cli/command.js';
import { commands } from '../../src/cli/commands/index.js';

export interface NamedCommand {
  /** 'dormant campaign new' */
  readonly name: string;
  readonly spec: CommandSpec;
}

function named(spec: CommandSpec, above: string): readonly NamedCommand[] {
  const name = `${above}${spec.name}`;
  const under = (spec.subcommands ?? []).flatMap((one) => named(one, `${name} `));
  // A command without options of its own only leads to those under it.
  return spec.options.length === 0 && under.length > 0 ? under : [{ name, spec }, ...under];
}

export const allCommands: readonly NamedCommand[] = commands.flatMap((spec) => named(spec, ''));
