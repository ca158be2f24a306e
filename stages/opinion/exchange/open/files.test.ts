import { suppress } from '@folkmoot/tally/suppress.ts'
import type { Tally } from '@folkmoot/tally/tally.ts'
import { describe, expect, it } from 'vitest'
import { openFile, openFiles, type Shown } from './files.ts'

function shownOf(tally: Tally, change: Partial<Shown> = {}): Shown {
  return {
    topic: 'Which way?',
    url: 'https://x.example',
    description: 'Much.',
    voters: 24,
    statements: [
      {
        number: 1,
        text: '=cmd, "now"',
        day: Temporal.PlainDate.from('2026-11-20'),
        published: suppress(tally),
      },
    ],
    map: null,
    ...change,
  }
}

const filesOf = (tally: Tally): string => openFiles.map((file) => openFile(file, shownOf(tally))).join('\n')

/** Every world of so many voters on one statement. */
function worlds(voters: number): readonly Tally[] {
  return Array.from({ length: voters + 1 }, (_, agree) =>
    Array.from({ length: voters - agree + 1 }, (__, disagree) => ({
      agree,
      disagree,
      pass: voters - agree - disagree,
    })),
  ).flat()
}

const all = Array.from({ length: 24 }, (_, voters) => worlds(voters + 1)).flat()

function groupedBy(key: (tally: Tally) => string): ReadonlyMap<string, readonly Tally[]> {
  return Map.groupBy(all, key)
}

describe('abuse 61: every world of up to 24 voters that fits the files', () => {
  it('tells no more than the page of results: what looks alike there has the same files', () => {
    const byPage = groupedBy((tally) => JSON.stringify(suppress(tally)))
    for (const alike of byPage.values()) expect(new Set(alike.map(filesOf)).size, JSON.stringify(alike)).toBe(1)
    // On the page a hidden number says whether it is small; in the files it does not.
    expect(groupedBy(filesOf).size).toBeLessThan(byPage.size)
    expect(groupedBy(filesOf).size).toBeGreaterThan(100)
  })

  it('abuse 63: leaves open what each voter said: in none have all said the same', () => {
    for (const fitting of groupedBy(filesOf).values())
      for (const choice of ['agree', 'disagree', 'pass'] as const)
        expect(
          fitting.some((tally) => tally[choice] < tally.agree + tally.disagree + tally.pass),
          JSON.stringify(fitting),
        ).toBe(true)
  })
})

describe('the public files', () => {
  it('abuse 64: have the columns of the field, one row a statement and none of a person, the day alone, and run nothing in a spreadsheet', () => {
    const shown = shownOf({ agree: 12, disagree: 7, pass: 5 })
    expect(openFile('comments.csv', shown)).toBe(
      '\ufefftimestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\r\n' +
        `1795132800000,2026-11-20,1,,12,7,1,"'=cmd, ""now"""\r\n`,
    )
    expect(openFile('comment-groups.csv', shown)).toBe(
      '\ufeffcomment-id,comment,total-votes,total-agrees,total-disagrees,total-passes\r\n' +
        `1,"'=cmd, ""now""",24,12,7,5\r\n`,
    )
    expect(openFile('summary.csv', shown)).toContain('voters,24\r\n')
  })

  it('leave a cell empty where the page shows no number', () => {
    expect(openFile('comment-groups.csv', shownOf({ agree: 20, disagree: 3, pass: 1 }))).toContain(',24,20,,\r\n')
    expect(openFile('comment-groups.csv', shownOf({ agree: 9, disagree: 0, pass: 0 }))).toContain('""",,,,\r\n')
    expect(openFile('summary.csv', shownOf({ agree: 9, disagree: 0, pass: 0 }, { voters: null }))).toContain(
      'voters,\r\n',
    )
  })
})
