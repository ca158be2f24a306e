import type { TypedForm } from '../platform/http/index.ts'
import { page } from '../platform/http/index.ts'
import type { PaceKind } from '../platform/identity/index.ts'
import type { Asked } from './asked.ts'
import { appWords } from './messages/words.ts'
import { TooManyPage } from './pages/too-many-page.tsx'
import { respond } from './respond.tsx'
import { logStopped } from './security-lines.ts'

/** What may be done too often is counted before it is done; undefined where it may go on. */
export async function tooMany(asked: Asked, kind: PaceKind): Promise<Response | undefined> {
  const { house, visit } = asked
  const { jurisdiction, actor, client } = visit
  const seconds = await house.pace({ jurisdiction: jurisdiction.id, kind, account: actor.account, client })
  if (seconds === null) return undefined
  logStopped(asked, `a bound was hit: ${kind}`)
  const say = appWords.say(visit.lang)
  const words = {
    title: say('too-many.title'),
    text: say('too-many', { minutes: Math.ceil(seconds / 60) }),
    typed: say('too-many.typed'),
  }
  const home = { href: visit.to('home'), text: say('to-home') }
  const body = <TooManyPage words={words} typed={wordsOf(visit.form)} home={home} />
  const response = await respond(asked, page({ title: words.title, status: 429, body }))
  response.headers.set('retry-after', String(seconds))
  return response
}

/** What took her time to write; short answers are quickly given again. */
const leastLetters = 20

function wordsOf({ typed }: TypedForm): readonly string[] {
  const texts = Object.entries(typed).filter(([name]) => name !== 'form-token')
  return texts.flatMap(([, values]) => values.filter((value) => value.trim().length >= leastLetters))
}
