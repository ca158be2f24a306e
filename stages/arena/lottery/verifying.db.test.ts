import { loadSolver } from '@folkmoot/sortition/solver.ts'
import { describe, expect, it } from 'vitest'
import { textOf } from '../../../platform/http/testing.ts'
import { readDrawFile, readRowsFile } from './draw-file.ts'
import { verifyDraw, type Finding } from './verifying.ts'
import { type LotteryCase } from './testing.ts'
import { openTown, town, go, later, round1, withLimits, withPanels, work, write, writeAgain } from './testing-draw.ts'

openTown()

/** What a test turns in a published file. */
type Changeable = {
  panels: { file: string }
  drawn: { panel: string }
  list: { file: string }
  limits: { features: { values: { min: number }[] }[] }
  rows: { values: string[] }[]
  beacons: object[]
  readings: object[]
  certificate: { proof: { stages: { weights: number[] }[] } }
}

describe('whoever doubts', () => {
  async function files(of: LotteryCase): Promise<{ readonly draw: string; readonly rows: string }> {
    const draw = textOf(await go(of, 'arena.lottery-data'))
    return { draw, rows: textOf(await go(of, 'arena.lottery-rows', { as: town.people.chen })) }
  }

  async function check(draw: string, rows?: string) {
    const read = readDrawFile(draw)
    const private_ = rows === undefined ? undefined : readRowsFile(rows)
    if (!read.ok || private_?.ok === false) throw new Error('the files are read')
    return verifyDraw(read.value, private_?.value, await loadSolver())
  }

  const wrong = (findings: readonly Finding[]) => findings.filter(({ is }) => is === false).map(({ what }) => what)

  it('finds every check passed, and the panels the same when they are made again', async () => {
    const of = await withPanels()
    await write(of, town.people.chen, '472')
    await writeAgain(of, town.people.gita, '472')
    const { draw, rows } = await files(of)
    const findings = await check(draw, rows)
    expect(findings).toHaveLength(12)
    expect(findings.filter(({ is }) => is !== true)).toEqual([])
    // Without the rows of the list the four checks that need them say so.
    expect((await check(draw)).filter(({ is }) => is === null)).toHaveLength(4)
  })

  it('sees what was changed: a panel, the number, the list, a limit, a row', async () => {
    const of = await withPanels()
    await write(of, town.people.chen, '472')
    await writeAgain(of, town.people.gita, '472')
    const { draw, rows } = await files(of)
    const changed = (change: (data: Changeable) => void, text = draw): string => {
      const data = JSON.parse(text) as Changeable
      change(data)
      return JSON.stringify(data)
    }
    const swapPanels = changed((data) => {
      data.panels.file = data.panels.file.replace(/^472,(.*)$/m, '472,1 2 3 4 5 6 7 8 9 10')
    })
    expect(wrong(await check(swapPanels, rows))).toContain('panels-code')
    const otherNumber = changed((data) => {
      data.drawn.panel = '471'
    })
    expect(wrong(await check(otherNumber))).toEqual(['number'])
    const otherList = changed((data) => {
      data.list.file = data.list.file.replace(/^1,..../m, '1,0000')
    })
    expect(wrong(await check(otherList))).toContain('list-code')
    const otherLimit = changed((data) => {
      const value = data.limits.features[1]?.values[0]
      if (value) value.min = 0
    })
    expect(wrong(await check(otherLimit))).toContain('input')
    const otherRow = changed((data) => {
      const values = data.rows[0]?.values
      if (values) values[1] = values[1] === 'not-told' ? 'told' : 'not-told'
    }, rows)
    expect(wrong(await check(draw, otherRow))).toContain('rows')
    const shorter = changed((data) => data.certificate.proof.stages[0]?.weights.pop(), rows)
    expect(wrong(await check(draw, shorter))).toContain('proof')
    const heavier = changed((data) => {
      for (const { weights } of data.certificate.proof.stages) weights.fill(1)
    }, rows)
    expect(wrong(await check(draw, heavier))).toContain('proof')
  })

  it('checks a beacon: announced before its time, the number that follows from what it gave, and its signature', async () => {
    const of = await withLimits()
    await go(of, 'arena.lock-lottery-list', { as: town.people.chen })
    const noon = { beacon: 'drand-default', 'from-date': '2026-11-23', 'from-time': '12:00' }
    await go(of, 'arena.announce-lottery-beacon', { as: town.people.chen, typed: noon })
    await go(of, 'arena.make-lottery-panels', { as: town.people.chen })
    await work(of)
    expect((await check(textOf(await go(of, 'arena.lottery-data')))).at(8)).toMatchObject({ what: 'number', is: null })
    const written = { randomness: round1.randomness, signature: round1.signature }
    const at = later(of.closedAt, 180)
    await go(of, 'arena.write-lottery-reading', { as: town.people.chen, at, typed: written })
    await go(of, 'arena.write-lottery-reading-again', { as: town.people.gita, at, typed: written })
    const { draw, rows } = await files(of)
    const findings = await check(draw, rows)
    expect(findings).toHaveLength(13)
    expect(findings.filter(({ is }) => is !== true)).toEqual([])
    const changed = async (change: (data: Changeable) => void) => {
      const data = JSON.parse(draw) as Changeable
      change(data)
      return wrong(await check(JSON.stringify(data)))
    }
    const [beacon, reading] = [(data: Changeable) => data.beacons[0], (data: Changeable) => data.readings[0]]
    expect(await changed((data) => Object.assign(beacon(data) ?? {}, { round: 1 }))).toEqual(['beacon'])
    expect(await changed((data) => Object.assign(beacon(data) ?? {}, { announcedAt: '2026-11-23T10:55:00Z' }))).toEqual(
      ['beacon'],
    )
    expect(await changed((data) => Object.assign(reading(data) ?? {}, { signature: 'abcd' }))).toEqual(['number'])
    expect(await changed((data) => Object.assign(reading(data) ?? {}, { writtenAt: '2026-11-23T10:55:00Z' }))).toEqual([
      'number',
    ])
    expect(await changed((data) => data.beacons.splice(0))).toEqual(['number'])
    const another = round1.randomness.replace(/^1/, '2')
    expect(await changed((data) => Object.assign(reading(data) ?? {}, { first: another, second: another }))).toEqual([
      'number',
    ])
  })

  it('reads in public nothing of who is alike and what a limit weighs: that would be what the people behind the numbers told', async () => {
    const { draw, rows } = await files(await withPanels())
    expect(rows).toContain('"proof"')
    for (const private_ of ['proof', 'kinds', 'weights', 'prices', 'salt', 'household"'])
      expect(draw).not.toContain(private_)
  })
})
