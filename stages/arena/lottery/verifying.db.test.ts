import { loadSolver } from '@folkmoot/sortition/solver.ts'
import { describe, expect, it } from 'vitest'
import { textOf } from '../../../platform/http/testing.ts'
import { readDrawFile, readRowsFile } from './draw-file.ts'
import { fileHash } from './commitment.ts'
import { recordedDraw, verifyRecord } from './verifying-record.ts'
import { verifyDraw, type Finding } from './verifying.ts'
import { type LotteryCase } from './testing.ts'
import { openTown, town, go, later, read, withLimits, withPanels, work, write, writeAgain } from './testing-draw.ts'
import { round1 } from './testing-rounds.ts'

openTown()

/** What a test turns in a published file. */
type Changeable = {
  panels: { file: string; hash: string; publishedAt: string }
  chances: [number, number][]
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
    expect(findings).toHaveLength(14)
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

  it('is not content with missing chances, nor with a panel under another label', async () => {
    const of = await withPanels()
    const { draw } = await files(of)
    const changed = (change: (data: Changeable) => void): string => {
      const data = JSON.parse(draw) as Changeable
      change(data)
      return JSON.stringify(data)
    }
    expect(wrong(await check(changed((data) => data.chances.splice(0))))).toEqual(['shares'])
    expect(wrong(await check(changed((data) => data.chances.pop())))).toEqual(['shares'])
    expect(wrong(await check(changed((data) => data.chances.push([1, 0.5]))))).toEqual(['shares'])
    const relabelled = changed((data) => {
      data.panels.file = data.panels.file
        .replace('\n471,', '\nx,')
        .replace('\n472,', '\n471,')
        .replace('\nx,', '\n472,')
      data.panels.hash = fileHash(data.panels.file)
    })
    expect(wrong(await check(relabelled))).toEqual(['labels'])
  })

  it('compares with the record of the place: list, panels, number and their order', async () => {
    const of = await withPanels()
    await write(of, town.people.chen, '472')
    await writeAgain(of, town.people.gita, '472')
    const file = readDrawFile((await files(of)).draw)
    if (!file.ok) throw new Error('the file is read')
    const draw = file.value
    const record = await recordedDraw(read(), draw)
    const failed = (findings: ReturnType<typeof verifyRecord>) =>
      findings.flatMap(({ what, is }) => (is === true ? [] : [what]))
    expect(failed(verifyRecord(draw, record))).toEqual([])
    expect(verifyRecord(draw, undefined).map(({ is }) => is)).toEqual([null, null, null, null])
    expect(failed(verifyRecord({ ...draw, list: { ...draw.list, size: 23 } }, record))).toEqual(['record-list'])
    expect(failed(verifyRecord({ ...draw, panels: { ...draw.panels, seed: 'another' } }, record))).toEqual([
      'record-panels',
    ])
    expect(failed(verifyRecord({ ...draw, drawn: { panel: '471', numbers: [] } }, record))).toEqual(['record-drawn'])
    const late = record.map((entry) =>
      entry.kind === 'arena.lottery-list-locked' ? { ...entry, at: entry.at.add({ hours: 999 }) } : entry,
    )
    expect(failed(verifyRecord(draw, late))).toEqual(['record-order'])
    const elsewhere = await recordedDraw(read(), { list: { ...draw.list, hash: 'of another draw' } })
    expect(verifyRecord(draw, elsewhere).map(({ is }) => is)).toEqual([false, false, false, false])
  })

  it('checks a beacon: announced before its time, the number that follows from what it gave, and its signature', async () => {
    const of = await withLimits()
    await go(of, 'arena.lock-lottery-list', { as: town.people.chen })
    const noon = { beacon: 'drand-default', 'from-date': '2026-11-23', 'from-time': '12:00' }
    await go(of, 'arena.announce-lottery-beacon', { as: town.people.chen, typed: noon })
    await go(of, 'arena.make-lottery-panels', { as: town.people.chen })
    await work(of)
    expect((await check(textOf(await go(of, 'arena.lottery-data')))).at(10)).toMatchObject({ what: 'number', is: null })
    const written = { randomness: round1.randomness, signature: round1.signature }
    const at = later(of.closedAt, 180)
    await go(of, 'arena.write-lottery-reading', { as: town.people.chen, at, typed: written })
    await go(of, 'arena.write-lottery-reading-again', { as: town.people.gita, at, typed: written })
    const { draw, rows } = await files(of)
    const findings = await check(draw, rows)
    expect(findings).toHaveLength(15)
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
