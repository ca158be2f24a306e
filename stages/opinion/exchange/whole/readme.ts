import type { Consultation } from '../../store.ts'

export type Described = {
  readonly topic: string
  readonly consultation: Pick<Consultation, 'closedAt' | 'inputHash'>
  readonly at: Temporal.Instant
  readonly voters: number
  readonly votes: number
  readonly comments: number
  readonly groups: readonly unknown[]
  readonly seed: string
  /** Of the last map drawn; null where there is none. */
  readonly version: number | null
}

/** What lies in the folder, for whoever finds it. */
export function readmeOf(of: Described): string {
  const { closedAt, inputHash } = of.consultation
  return `# ${of.topic.replaceAll(/\s+/g, ' ')}

Written on ${of.at.toString()}. ${closedAt === null ? 'People were still voting.' : `Voting was closed on ${closedAt.toString()}.`}
${of.comments} statements, ${of.voters} voters, ${of.votes} votes, those that were changed later among them.

**Votes are secret.** Each line says what one person thinks. The numbers of voters are no names, but who knows some of what a person
said, or when, can find her and read the rest. Keep the folder as you keep the database, hand it to nobody but the auditor it was made
for, and delete it when she has done. That it was written is in the public record.

- \`votes.csv\`: every vote in the order it was cast. 1 agree, -1 disagree, 0 pass. Of a person's votes on a statement the last counts.
- \`participants-votes.csv\`: what counts, one line a person. \`group-id\` 0 is group A.
- \`comments.csv\`: the statements. \`moderated\` -1: hidden or taken out. \`agrees\` and \`disagrees\` count each person once.
- \`comment-groups.csv\`: the statements that are shown, counted in each group. Not for publication: nothing is suppressed.
- \`summary.csv\`: figures of the whole. Views are not counted.

Groups are ${of.groups.length === 0 ? 'not told apart' : `those of ${of.version === null ? 'no drawn map: they were found for this folder' : `map ${of.version}`}`}; seed \`${of.seed}\`.
\`timestamp\` is in milliseconds, \`datetime\` the same instant to the microsecond. Numbers of authors are not those of voters, and how many
statements a voter wrote is left out: authors have names. Languages of statements are not told.
Texts stand as they were written: a spreadsheet may take one that begins with = for a formula.

\`folkmoot import polis FOLDER --place NAME\` reads it into a place where nobody acts: the same counts, and the same map from the same
seed. \`folkmoot map FOLDER --seed SEED\` needs no database.
${inputHash === null ? '' : `\nHash of the votes as they were counted, over random names that are not in this folder: ${inputHash}\n`}`
}
