import { slugOf } from '@folkmoot/basics/slug.ts'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { PersonKey } from '../app/demo/lindhavn/cast.ts'
import { foundLindhavn, type Lindhavn } from '../app/demo/lindhavn/found.ts'
import { playScript } from '../app/demo/lindhavn/load.ts'
import { setLindhavnsRule } from '../app/demo/lindhavn/play-agenda.ts'
import { playCounting } from '../app/demo/lindhavn/play-counting.ts'
import type { Script } from '../app/demo/lindhavn/script.ts'
import { cookieOf, openHouse, type OpenedHouse } from './house.ts'
import { faultsOf, newLook } from './look.ts'
import { isLookedAtElsewhere } from './looked-at.ts'
import { visitor, type Person, type Way } from './person.ts'

export type LindhavnHouse = OpenedHouse<Lindhavn>

type Opening = {
  /** Nothing of the months before the story is still to be told: it would be in the way of what people are told in it. */
  readonly isAllTold?: boolean
}

/** The fictional town with these of its cases. */
export function openLindhavn(scripts: readonly Script[], { isAllTold = false }: Opening = {}): Promise<LindhavnHouse> {
  return openHouse(
    async (database) => {
      const town = await foundLindhavn(database, Temporal.Now.instant())
      await setLindhavnsRule(town)
      await playCounting(town)
      for (const script of scripts) await playScript(town, script)
      if (isAllTold) await database.queueSql("delete from pgboss.job where name in ('notices.tell', 'mail.send')")
      return town
    },
    { isDemo: false },
  )
}

export function pathOf({ question }: Pick<Script, 'question'>): string {
  return `/problems/${slugOf(question, 'problem')}`
}

/** Somebody of the town who has signed in before the story begins. */
export async function lindhavner(house: LindhavnHouse, who: PersonKey, way: Way): Promise<Person> {
  const person = await visitor(house, who, way, addressOf)
  const cookie = await cookieFor(house, who)
  await person.page.context().addCookies([{ ...cookie, url: house.running.origin }])
  return person
}

/** Somebody who has not signed in. */
export function stranger(house: LindhavnHouse, way: Way): Promise<Person> {
  return visitor(house, 'a visitor', way, addressOf)
}

/** The same pages on a phone in the dark, where a story saw them wide and light. */
export async function looksWellInTheDark(
  house: LindhavnHouse,
  who: PersonKey,
  paths: readonly string[],
): Promise<void> {
  if (isLookedAtElsewhere) return
  const { page, close } = await newLook(house, await cookieFor(house, who), 'narrow and dark')
  for (const path of paths) {
    await page.goto(`/en/${house.town.place.slug}${path}`)
    expect(await faultsOf(page), `${path} on a phone in the dark`).toEqual([])
  }
  await close()
}

/** Of each address one page: every page in every state is walked by `every-page`. */
function addressOf(page: Page): string {
  return new URL(page.url()).pathname.replaceAll(/[0-9a-f-]{36}|\d+/g, ':id')
}

function cookieFor({ database, town }: LindhavnHouse, who: PersonKey) {
  const { account } = town.people[who]
  if (!account) throw new Error(`${who} has no account`)
  return cookieOf(database, town.place, account)
}
