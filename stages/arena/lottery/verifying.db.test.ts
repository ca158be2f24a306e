import { loadSolver } from '@folkmoot/sortition/solver.ts'
import { describe, expect, it } from 'vitest'
import { textOf } from '../../../platform/http/testing.ts'
import { readDrawFile, readRowsFile } from './draw-file.ts'
import { verifyDraw, type Finding } from './verifying.ts'
import { type LotteryCase } from './testing.ts'
import { openTown, town, go, withPanels, write, writeAgain } from './testing-draw.ts'

openTown()

/** What a test turns in a published file. */
type Changeable = {
  panels: { file: string }
  drawn: { panel: string }
  list: { file: string }
  limits: { features: { values: { min: number }[] }[] }
  rows: { values: string[] }[]
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
    expect(wrong(await check(swapPanels, rows))).toContain('The panels have the code that was read aloud')
    const otherNumber = changed((data) => {
      data.drawn.panel = '471'
    })
    expect(wrong(await check(otherNumber))).toEqual(['The number two people wrote gives the panel that was drawn'])
    const otherList = changed((data) => {
      data.list.file = data.list.file.replace(/^1,..../m, '1,0000')
    })
    expect(wrong(await check(otherList))).toContain('The list has the code that was published when it was locked')
    const otherLimit = changed((data) => {
      const value = data.limits.features[1]?.values[0]
      if (value) value.min = 0
    })
    expect(wrong(await check(otherLimit))).toContain('The panels rest on these limits, this list and whoever left it')
    const otherRow = changed((data) => {
      const values = data.rows[0]?.values
      if (values) values[1] = values[1] === 'not-told' ? 'told' : 'not-told'
    }, rows)
    expect(wrong(await check(draw, otherRow))).toContain('Every row is the one that was locked')
    const shorter = changed((data) => data.certificate.proof.stages[0]?.weights.pop(), rows)
    expect(wrong(await check(draw, shorter))).toContain('The proof holds that no fairer chances exist')
    const heavier = changed((data) => {
      for (const { weights } of data.certificate.proof.stages) weights.fill(1)
    }, rows)
    expect(wrong(await check(draw, heavier))).toContain('The proof holds that no fairer chances exist')
  })

  it('reads in public nothing of who is alike and what a limit weighs: that would be what the people behind the numbers told', async () => {
    const { draw, rows } = await files(await withPanels())
    expect(rows).toContain('"proof"')
    for (const private_ of ['proof', 'kinds', 'weights', 'prices', 'salt', 'household"'])
      expect(draw).not.toContain(private_)
  })
})
