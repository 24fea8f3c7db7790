/** What the command line says: a word that names what is to be measured, and in how many rounds. */
import { parseArgs } from 'node:util';

/** As many as a ratio takes that means something. */
const ROUNDS = '9';

export function asked() {
  const options = /** @type {const} */ ({ rounds: { type: 'string', default: ROUNDS } });
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [word = '', other] = positionals;
  const rounds = Number(values.rounds);
  if (other) throw new Error(`${other} means nothing here: there may be one word.`);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds takes a number from 1 on, and not ${values.rounds}.`);
  return { word, rounds };
}
