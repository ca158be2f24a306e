import type { Id } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { school } from '../app/demo/lindhavn/cases/school.ts'
import type { PersonKey } from '../app/demo/lindhavn/cast.ts'
import { recommendationsOf } from '../stages/draft/index.ts'
import { answerPoll } from '../stages/draft/margin/polling.ts'
import type { PollChoice } from '../stages/draft/margin/poll-rules.ts'
import { lindhavner, looksWellInTheDark, openLindhavn, pathOf, type LindhavnHouse } from './lindhavn.ts'
import { faultsOf } from './look.ts'
import type { Person, Way } from './person.ts'

/**
 * The common text by those who write in it: changes in its margin, comments, polls, the words of those who disagree, and two who
 * change the same words. Each act with JavaScript and, at another clause, without.
 */

const at = pathOf(school)
const slug = at.slice('/problems/'.length)
const [withScript, without] = ['with JavaScript', 'without JavaScript'] as const satisfies readonly Way[]
const dark = 'Children walk in the dark from October to March, and the lamps on their way do not work.'
const cars = 'In the morning cars turn where children stand.'
const families = 'Most families would let their children walk if the way were safe.'
const asks =
  'Each school asks its pupils every autumn which places feel unsafe. The town publishes the answers as a map within four weeks, and says in spring what it did.'
const lane =
  'School Lane is closed to cars from 7:45 to 8:15 on school days, except for people who live there or cannot walk.'
const walkers =
  'The town pays a walking companion for the youngest classes on the four longest routes, for two years first.'

let house: LindhavnHouse

beforeAll(async () => {
  house = await openLindhavn([school], { isAllTold: true })
})
afterAll(() => house.close())

it.each([
  { way: withScript, words: cars, instead: 'In the morning cars turn where children stand and wait.' },
  {
    way: without,
    words: families,
    instead: 'Two of three families would let their children walk if the way were safe.',
  },
])('a change is proposed in place, decided by another with a reason, and she is told, $way', async (one) => {
  const { way, words, instead } = one
  const [jens, zara, page] = [await as('jens', way), await as('zara', way), await clauseOf(words)]
  await jens.goTo(page)
  await jens.page.locator('summary', { hasText: 'Propose a change' }).click()
  await jens.page.locator('[name="words"]').fill(instead)
  await jens.page.getByRole('button', { name: 'Propose this change' }).click()
  await jens.sees(/Why: Fill in this field/)
  if (way === withScript) expect(await faultsOf(jens.page)).toEqual([])
  expect(await jens.page.locator('[name="words"]').inputValue()).toBe(instead)
  await jens.send('Propose this change', { why: 'I have counted.' })
  await jens.sees('Your change is proposed.')
  await jens.sees('A member decides on them, never the one who proposed.')
  expect(await jens.page.getByRole('button', { name: /^Accept change/ }).count()).toBe(0)

  await zara.goTo(page)
  await zara.page.getByRole('button', { name: /^Accept change/ }).click()
  await zara.sees(/Your reason: Fill in this field/)
  await zara.send(/^Accept change/, { reason: `We saw it too, ${way}.` })
  await zara.sees(/The change is accepted. It stands in version \d+/)
  await zara.goTo(`${at}/draft`)
  await zara.sees(instead)
  if (way === without) return
  await isTold(jens, new RegExp(`We saw it too, ${way}`))
  await looksWellInTheDark(house, 'zara', [page, `${at}/draft`])
})

it.each([
  { way: withScript, words: walkers },
  { way: without, words: lane },
])('a resident outside comments, is answered, and a member says that it is settled, $way', async ({ way, words }) => {
  const [karen, noah, page] = [await as('karen', way), await as('noah', way), await clauseOf(words)]
  await karen.goTo(page)
  expect(await karen.page.locator('summary', { hasText: 'Propose a change' }).count()).toBe(0)
  await karen.send('Send my comment', { remark: 'Who pays when one of them is ill?' })
  await karen.sees('Your comment stands in the margin.')
  await noah.goTo(page)
  await noah.page
    .getByRole('article')
    .filter({ hasText: 'one of them is ill' })
    .getByRole('link', { name: 'Reply' })
    .click()
  await noah.send('Send my reply', { remark: 'The others take turns.' })
  await noah.sees('The others take turns.')
  const settle = noah.page.getByRole('article').filter({ hasText: 'one of them is ill' }).getByRole('button')
  await settle.filter({ hasText: 'as settled' }).click()
  await noah.sees('The comment is settled.')
})

it.each([
  { way: withScript, words: dark, said: 'agree', press: 'I can live with it', word: 'Straw poll: nobody is against' },
  { way: without, words: asks, said: 'against', press: 'I am against', word: 'Straw poll: members disagree' },
] as const)('a straw poll says “$word”, and no number of few, $way', async ({ way, words, said, press, word }) => {
  const mina = await as('mina', way)
  // Of fifteen members nine have answered unseen; with her it is enough to say something.
  for (const who of ['yasmin', 'idris', 'tomas', 'nadia', 'birgit', 'jens', 'sofie', 'leo', 'hanna'] as const)
    await poll(who, words, said)
  await mina.goTo(await clauseOf(words))
  await mina.sees('The result is shown when')
  await mina.send(press)
  await mina.sees('Your answer is kept, without your name.')
  await mina.sees(word)
  await mina.sees('One of the numbers is under 5, so none is shown.')
  await mina.goTo(`${at}/draft`)
  await mina.sees(word)
  await mina.sees('Straw poll: most can stand behind it')
})

it('those who disagree write their words and each signs them herself, with JavaScript', async () => {
  const [jens, tomas, noah] = [await as('jens'), await as('tomas'), await as('noah')]
  const page = await recommendation('Someone who walks along')
  await jens.goTo(page)
  await jens.send('Add our words', { minority: 'Parents can do this among themselves.' })
  await jens.sees('Signed by 1 member:')
  await tomas.goTo(page)
  await tomas.send('Sign these words')
  await tomas.sees('Signed by 2 members:')
  await tomas.send('Take my name back')
  await tomas.sees('Signed by 1 member:')
  await noah.goTo(page)
  await noah.sees('Parents can do this among themselves.')
  expect(await noah.page.getByRole('button', { name: 'Sign these words' }).count()).toBe(0)
})

it('who comes to disagree signs the words of the others, without JavaScript', async () => {
  const noah = await as('noah', without)
  await noah.goTo(await recommendation('A quiet hour'))
  await noah.sees('You have not said yet where you stand')
  expect(await noah.page.getByRole('button', { name: 'Sign these words' }).count()).toBe(0)
  await noah.send('I do not agree')
  await noah.sees('11 of 15 agree, 4 do not')
  await noah.send('Sign these words')
  await noah.sees('Noah Bech')
  await noah.sees('Signed by 4 members:')
})

it.each([
  { way: withScript, title: 'Ask the children' },
  { way: without, title: 'Someone who walks along' },
])('the chair asks two members for the case against “$title”, $way', async ({ way, title }) => {
  const [yasmin, sofie, page] = [await as('yasmin', way), await as('sofie', way), await recommendation(title)]
  await yasmin.goTo(page)
  if (title === 'Ask the children') await yasmin.sees('Everybody agrees and nobody has argued the other side.')
  const due = Temporal.Now.plainDateISO('Europe/Copenhagen').add({ days: 5 }).toString()
  await yasmin.page.locator('summary', { hasText: 'Ask two members' }).click()
  await yasmin.page.locator('[name="how"][value="asked"]').check()
  await yasmin.page.locator('[name="due"]').fill(due)
  await yasmin.page.getByRole('button', { name: 'Ask for the case against' }).click()
  await yasmin.sees('Choose two different members of the group.')
  await yasmin.send('Ask for the case against', { first: /Sofie Ahl/, second: /Leo Falk/ })
  await yasmin.sees('The two are asked.')
  await sofie.goTo(page)
  await sofie.send('Keep the case against', { counter: 'Who is asked and sees nothing happen, stops answering.' })
  await sofie.sees('The case against is kept.')
  await yasmin.goTo(page)
  await yasmin.sees('sees nothing happen, stops answering')
  await yasmin.sees('15 members said where they stand before')
  expect(await yasmin.page.getByRole('button', { name: 'Keep the case against' }).count()).toBe(0)
  if (way === withScript) await looksWellInTheDark(house, 'yasmin', [page])
})

it('two who change the same words from forms without JavaScript are asked, and nothing is lost', async () => {
  const [mina, zara] = [await as('mina', without), await as('zara', without)]
  for (const person of [mina, zara]) {
    await person.goTo(`${at}/draft/write`)
    const section = person.page
      .locator('section')
      .filter({ has: person.page.getByRole('heading', { name: 'What it costs' }) })
    await section.getByRole('link', { name: /^Write in section/ }).click()
  }
  const stood = await mina.page.locator('[name="clause-2"]').inputValue()
  expect(stood).toContain('the council')
  const clause = {
    zara: stood.replace('the council', 'the works committee'),
    mina: stood.replace('the council', 'a school'),
  }
  await zara.send('Put my words into the text', { 'clause-2': clause.zara, reason: 'It has said so.' })
  await zara.sees(/Version \d+ is saved/)

  await mina.page.locator('[name="clause-2"]').fill(clause.mina)
  await mina.page.locator('[name="further"]').fill('Nobody has asked the schools yet.')
  await mina.page.locator('[name="reason"]').fill('The schools know best.')
  await mina.page.getByRole('button', { name: 'Put my words into the text' }).click()
  await mina.sees('Please decide')
  await mina.sees('Clause 2: you and somebody else changed the same words')
  await mina.sees(/What you wrote[^]*a school[^]*What stands now[^]*works committee/)
  const fields = await mina.page.locator('textarea').all()
  const kept = await Promise.all(fields.map((one) => one.inputValue()))
  expect(kept).toEqual(expect.arrayContaining(['Nobody has asked the schools yet.', 'The schools know best.']))
  const decided = stood.replace('the council', 'the works committee and each school')
  await mina.send('Put my words into the text', { 'clause-2': decided })
  await mina.sees(/Version \d+ is saved/)
  await zara.goTo(`${at}/draft`)
  await zara.sees(decided)
  await zara.sees('Nobody has asked the schools yet.')
})

function as(who: PersonKey, way: Way = withScript): Promise<Person> {
  return lindhavner(house, who, way)
}

function read() {
  return house.database.read(house.town.place.id)
}

/** Where the clause with these words has its page. */
async function clauseOf(words: string): Promise<string> {
  return `${at}/draft/clauses/${await clauseIn(words)}`
}

async function clauseIn(words: string): Promise<Id<'clause'>> {
  const found = read().selectFrom('draft.clause').select('id').where('text', '=', words)
  return (await found.executeTakeFirstOrThrow()).id
}

async function problemHere(): Promise<Id<'problem'>> {
  const found = read().selectFrom('problem.problem').select('id').where('slug', '=', slug)
  return (await found.executeTakeFirstOrThrow()).id
}

async function recommendation(title: string): Promise<string> {
  const found = (await recommendationsOf(read(), await problemHere())).find((one) => one.title === title)
  return `${at}/draft/${found?.number ?? 0}`
}

async function poll(who: PersonKey, words: string, choice: PollChoice): Promise<void> {
  const member = house.town.inArena(who, await problemHere(), 'member')
  const answering = { slug, clause: await clauseIn(words), base: words, choice }
  expect(await answerPoll(house.database, member, answering)).toMatchObject({ ok: true })
}

/** Notices are the worker's: a moment later they stand on her own page. */
async function isTold(person: Person, news: RegExp): Promise<void> {
  await expect
    .poll(
      async () => {
        await person.goTo('/me')
        return person.page.locator('main').innerText()
      },
      { timeout: 30_000, interval: 1_000 },
    )
    .toMatch(news)
}
