import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStoryHouse, type StoryHouse } from './house.ts'
import { townsperson, type Way } from './person.ts'

/** A problem is raised on a telephone, found by the next one, written down for a third, and put in order by the clerk. */

describe.each<Way>(['with JavaScript', 'without JavaScript'])('a problem on a telephone, %s', (way) => {
  let house: StoryHouse

  beforeAll(async () => {
    house = await openStoryHouse()
  })

  afterAll(() => house.close())

  it('is seen before it is raised again, written down for who cannot, and goes on in one place', async () => {
    const [alice, bashir, chen] = await Promise.all(
      (['alice', 'bashir', 'chen'] as const).map((name) => townsperson(house, name, way)),
    )
    if (!alice || !bashir || !chen) throw new Error('somebody is missing')
    for (const { page } of [alice, bashir, chen]) await page.setViewportSize({ width: 360, height: 740 })

    await alice.goTo('/problems/new')
    await alice.send('Look what is known already', { question: 'Why is the ferry so loud at night?' })
    await alice.sees('We found nothing that uses the same words')
    await alice.send('Raise this problem', {
      whatHappens: 'It loads at four.',
      whoIsAffected: 'Quay Street.',
      howOften: 'Every night',
      place: 'Quay Street',
      point: '55.676, 12.568',
    })
    await alice.sees('Your problem is raised.')

    await bashir.goTo('/problems/new')
    await bashir.page.getByLabel('The problem as one question').pressSequentially('The night ferry is loud')
    if (way === 'with JavaScript') await bashir.sees('1 problem is near to yours')
    await bashir.send('Look what is known already')
    await bashir.sees(/Shares: .*ferry/)
    await bashir.follow(/^Join this one/)
    await bashir.sees('Every night')
    await bashir.sees('55.676, 12.568')

    await chen.goTo('/bench')
    await chen.follow('Write down a problem for somebody')
    const told = { question: 'Can nobody stop the loud ferry at night?', whatHappens: 'I wake.', whoIsAffected: 'Me.' }
    await chen.send('Write this problem down', { channel: 'phone', ...told })
    await chen.sees('1 problem is near to yours')
    await chen.send('It is another problem: write it down')
    await chen.sees(/Its number is \d{3}-\d{3}-\d{3}/)
    await chen.sees('Told by phone')
    await chen.follow('Let it go on in another problem')
    await chen.send('Let it go on there', { near: /.*/, reason: 'The same ferry.' })
    await chen.sees('This problem goes on in another one')
    await chen.send('Take this back')
    await chen.sees('The problem stands for itself again.')
    const width = await chen.page.evaluate<number>('document.documentElement.scrollWidth')
    expect(width).toBeLessThanOrEqual(360)
  })
})
