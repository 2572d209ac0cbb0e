import { ReleaseFileError } from '../data/releaseFileError.ts';
import { benchmarkCommand } from './benchmarkCommand.ts';
import { checkCommand } from './checkCommand.ts';
import { type CliEdges, exitCodes } from './cliEdges.ts';
import { type CliRequest, NoAnswer, UsageError } from './cliRequest.ts';
import { diffCommand } from './diffCommand.ts';
import { helpText } from './helpText.ts';
import { ingestCommand } from './ingestCommand.ts';
import { medicareCommand } from './medicareCommand.ts';
import { parseCommandLine } from './parseCommandLine.ts';

/**
 * Runs one command line.
 *
 * @param args the words after the program's name.
 * @returns the exit code. A fault of ours is thrown, so that it shows where it is.
 */
export async function rateAtlas(args: readonly string[], edges: CliEdges): Promise<number> {
  try {
    return await run(parseCommandLine(args), edges);
  } catch (error) {
    if (error instanceof UsageError) {
      edges.err(`${error.message}\nSee rate-atlas ${error.of === null ? '' : `${error.of} `}--help.`);
      return exitCodes.badUsage;
    }
    if (error instanceof NoAnswer || error instanceof ReleaseFileError) {
      // The loader speaks of a server and a connection; a folder has its own words, which it wraps.
      const { cause } = error;
      edges.err(cause instanceof NoAnswer ? cause.message : error.message);
      return exitCodes.notDone;
    }
    if (isOfTheSystem(error)) {
      edges.err(`The system stopped it: ${error.message}.`);
      return exitCodes.notDone;
    }
    throw error;
  }
}

/** A file that may not be read or written, a disk that is full: it can be put right where the message says, no fault of ours. */
function isOfTheSystem(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

async function run(request: CliRequest, edges: CliEdges): Promise<number> {
  switch (request.command) {
    case 'help':
      edges.out(helpText(request.of));
      return exitCodes.done;
    case 'version':
      edges.out(`${edges.version}\n`);
      return exitCodes.done;
    case 'benchmark':
      await benchmarkCommand(request, edges);
      return exitCodes.done;
    case 'medicare':
      await medicareCommand(request, edges);
      return exitCodes.done;
    case 'check':
      return checkCommand(request, edges);
    case 'ingest':
      return ingestCommand(request, edges);
    case 'diff':
      await diffCommand(request, edges);
      return exitCodes.done;
    case 'serve':
      return edges.serve(request.folder, request.port);
  }
}
