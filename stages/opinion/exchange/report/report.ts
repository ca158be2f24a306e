import { stableFrom } from '@folkmoot/opinion-map/groups.ts'
import type { Side } from '@folkmoot/opinion-map/representative.ts'
import { letterOf } from '../../map/letter.ts'
import type { AnalysedGroup, Analysis, Counts } from './analysis.ts'

/** The same parts for the terminal and for the page. In a table the words of a statement stand last. */
export type ReportTable = {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}
export type ReportSection = {
  readonly title: string
  readonly words: readonly string[]
  readonly tables: readonly ReportTable[]
}
export type Report = { readonly title: string; readonly sections: readonly ReportSection[] }

const most = 10
const rare = 0.05

export function reportOf(analysis: Analysis): Report {
  const hasGroups = analysis.groups.length > 1
  return {
    title: analysis.topic,
    sections: [
      readSection(analysis),
      directions(analysis),
      groupsSection(analysis),
      ...analysis.groups.map((group) => thinks(analysis, group)),
      consensus(analysis),
      ...(hasGroups ? [bridges(analysis), divides(analysis), exposure(analysis)] : []),
    ],
  }
}

function readSection({ people, votes, statements, from, takenOut, method, seed }: Analysis): ReportSection {
  return {
    title: 'What was read',
    words: [
      `${people} people gave ${votes} votes on ${statements.length} statements (${from}). Of several votes of one person on one statement the latest counts.`,
      ...(takenOut > 0
        ? [`Moderators took out ${takenOut} statements: they and the votes on them are left away.`]
        : []),
      `Method ${method}, seed ${seed}: the same files and seed give the same map.`,
      'This is a map of those who voted, not of everybody. All numbers are whole: read it yourself, and leave out small ones before you publish it.',
    ],
    tables: [],
  }
}

function directions({ explained, statements }: Analysis): ReportSection {
  return {
    title: 'The two directions in which votes differ most',
    words: [
      `The first holds ${percent(explained[0])} of all differences between votes, the second ${percent(explained[1])}.`,
      'A number far from 0 means that the statement sets people apart in this direction; those with different signs pull apart.',
    ],
    tables: [0, 1].map((which) => ({
      caption: which === 0 ? 'First direction (left to right)' : 'Second direction (bottom to top)',
      columns: ['Weight', 'No.', 'Statement'],
      rows: top(statements, ({ along }) => Math.abs(along[which] ?? 0), 6).map((one) => [
        (one.along[which] ?? 0).toFixed(3),
        one.id,
        one.text,
      ]),
    })),
  }
}

function groupsSection({ groups, grouping, tried, inNoGroup }: Analysis): ReportSection {
  if (!grouping) {
    const words = ['There are no groups: too few people voted on too little, or all voted alike.']
    return { title: 'Groups', words, tables: [] }
  }
  const how = `How clear they are: ${grouping.silhouette.toFixed(2)} of 1. How alike they come out when people are drawn anew: ${grouping.stability.toFixed(2)} of 1.`
  return {
    title: 'Groups',
    words: [
      how,
      grouping.stability >= stableFrom
        ? 'The groups are stable. They are a way to read the votes, not something people belong to.'
        : `The groups are not stable (below ${stableFrom}): with other people of the same kind there would be other groups. Do not build on them.`,
      `${inNoGroup} people voted on too little to be put into a group.`,
    ],
    tables: [
      {
        caption: 'The groups',
        columns: ['Group', 'People', 'Half belong at least this surely'],
        rows: groups.map(({ name, people, sure }) => [
          name,
          `${people}`,
          sure === undefined ? 'unknown' : percent(sure),
        ]),
      },
      {
        caption: 'Numbers of groups that were tried',
        columns: ['Groups', 'Clear', 'Stable'],
        rows: tried.map(({ k, silhouette, stability }) => [`${k}`, silhouette.toFixed(3), stability.toFixed(3)]),
      },
    ],
  }
}

function thinks({ statements }: Analysis, { name, people, thinks: rows }: AnalysedGroup): ReportSection {
  return {
    title: `What group ${name} thinks (${people} people)`,
    words: ['“Beside the others” is its share divided by that of everybody else; false discovery below 0.05 is sure.'],
    tables: [
      {
        caption: `Statements that tell group ${name} from the others`,
        columns: ['It', 'How many', 'Beside the others', 'False discovery', 'No.', 'Statement'],
        rows: rows.map((row) => [
          verb[row.side],
          `${row[row.side]} of ${row.seen}`,
          `× ${row.ratio.toFixed(2)}`,
          small(row.falseDiscovery),
          row.id,
          statements.find(({ id }) => id === row.id)?.text ?? '',
        ]),
      },
    ],
  }
}

const verb: Readonly<Record<Side, string>> = { agree: 'agrees', disagree: 'disagrees' }

function consensus({ consensus: chosen, statements, groups }: Analysis): ReportSection {
  const rows = (['agree', 'disagree'] as const).flatMap((side) =>
    chosen[side].flatMap((wanted) =>
      statements
        .filter(({ id }) => id === wanted)
        .map((one) => [side, ofAll(one, side), ...one.groups.map((counts) => ofAll(counts, side)), one.id, one.text]),
    ),
  )
  return {
    title: 'What most agree on',
    words: rows.length === 0 ? ['No statement has a clear majority.'] : ['Clear majorities of all who voted on it.'],
    tables:
      rows.length === 0
        ? []
        : [
            {
              caption: 'Statements most people agree or disagree with',
              columns: ['They', 'How many', ...groups.map(({ name }) => `Group ${name}`), 'No.', 'Statement'],
              rows,
            },
          ],
  }
}

function bridges({ statements, groups }: Analysis): ReportSection {
  const both = (['agree', 'disagree'] as const).flatMap((side) =>
    statements.map((one) => ({ one, side, sure: one.bridges[side] })),
  )
  const rows = top(both, ({ sure }) => sure, most).filter(({ sure }) => sure > 0.5)
  return {
    title: 'What bridges the groups',
    words: [
      rows.length === 0
        ? 'Of no statement is it sure that more than half of every group are on one side.'
        : 'At least this share of every group is on that side, with 95 % certainty.',
    ],
    tables:
      rows.length === 0
        ? []
        : [
            {
              caption: 'Statements that bridge',
              columns: ['They', 'At least', ...groups.map(({ name }) => `Group ${name}`), 'No.', 'Statement'],
              rows: rows.map(({ one, side, sure }) => [
                side,
                percent(sure),
                ...one.groups.map((counts) => ofAll(counts, side)),
                one.id,
                one.text,
              ]),
            },
          ],
  }
}

function divides({ statements, groups }: Analysis): ReportSection {
  return {
    title: 'What divides the groups',
    words: ['How far the group that agrees most lies from the one that agrees least.'],
    tables: [
      {
        caption: 'Statements that divide, with how many agree',
        columns: ['Apart', ...groups.map(({ name }) => `Group ${name}`), 'No.', 'Statement'],
        rows: top(statements, (one) => one.divides, most).map((one) => [
          percent(one.divides),
          ...one.groups.map((counts) => ofAll(counts, 'agree')),
          one.id,
          one.text,
        ]),
      },
    ],
  }
}

function exposure({ statements, groups }: Analysis): ReportSection {
  const uneven = statements.filter((one) => (one.exposure?.falseDiscovery ?? 1) < rare)
  return {
    title: 'Who has seen what',
    words: [
      uneven.length === 0
        ? 'All groups have seen the same statements, as far as the numbers can tell.'
        : `${uneven.length} of ${statements.length} statements were not seen alike by all groups. What one group has hardly seen says little of it.`,
    ],
    tables:
      uneven.length === 0
        ? []
        : [
            {
              caption: 'Statements seen least alike, with how many of each group voted on it',
              columns: ['Least', 'Most', ...groups.map((_, group) => `Group ${letterOf(group)}`), 'No.', 'Statement'],
              rows: top(uneven, (one) => (one.exposure?.most ?? 0) - (one.exposure?.least ?? 0), most).map((one) => [
                percent(one.exposure?.least ?? 0),
                percent(one.exposure?.most ?? 0),
                ...one.groups.map(({ seen }, group) => `${seen} of ${groups[group]?.people ?? 0}`),
                one.id,
                one.text,
              ]),
            },
          ],
  }
}

function top<Item>(items: readonly Item[], by: (item: Item) => number, count: number): readonly Item[] {
  return items.toSorted((a, b) => by(b) - by(a)).slice(0, count)
}

const ofAll = (counts: Counts, side: Side): string => `${counts[side]} of ${counts.seen}`
const percent = (share: number): string => `${Math.round(share * 100)} %`
const small = (share: number): string => (share < 0.001 ? 'below 0.001' : share.toFixed(3))
