import { isSignedIn } from '@folkmoot/basics/actor.ts'
import { notFound, page, type FieldError, type Reply, type Visit } from '../../platform/http/index.ts'
import { todayIn } from '../../platform/directory/index.ts'
import {
  addressList,
  askedLetters,
  daysOfList,
  deskNumberOf,
  residenceOf,
  roomForLetters,
  runs,
  waitsAtDesk,
} from '../../platform/identity/residence/index.ts'
import { OwnPart } from './desk/pages/own-part.tsx'
import { residenceWords, type SayResidence } from './messages/words.ts'
import { LettersPage } from './pages/letters-page.tsx'
import { ResidencePage } from './pages/residence-page.tsx'

export function say(visit: Pick<Visit, 'lang'>): SayResidence {
  return residenceWords.say(visit.lang)
}

export async function residencePage(visit: Visit<'residence'>, errors: readonly FieldError[] = []): Promise<Reply> {
  const { actor, jurisdiction } = visit
  if (!isSignedIn(actor)) return notFound()
  const [shown, list, number, isWaiting] = await Promise.all([
    residenceOf(visit.read, actor.account, todayIn(jurisdiction, visit.now)),
    addressList(visit.read),
    deskNumberOf(visit.read, actor.account, visit.now),
    waitsAtDesk(visit.read, actor.account),
  ])
  return page({
    title: say(visit)('title'),
    crumbs: [{ text: say(visit)('crumb'), href: visit.to('me') }],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <ResidencePage
        say={say(visit)}
        reader={visit}
        place={jurisdiction.name}
        shown={shown}
        hasList={list !== undefined}
        desk={<OwnPart reader={visit} number={number} isWaiting={isWaiting} offlineRoute={jurisdiction.offlineRoute} />}
        typed={visit.form.typed}
        errors={errors}
      />
    ),
  })
}

export async function lettersPage(
  visit: Visit<'residence.letters'>,
  errors: readonly FieldError[] = [],
): Promise<Reply> {
  const [list, asked, made, room] = await Promise.all([
    addressList(visit.read),
    askedLetters(visit.read),
    runs(visit.read),
    roomForLetters(visit.read, visit.now),
  ])
  return page({
    title: say(visit)('letters.title'),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <LettersPage
        say={say(visit)}
        reader={visit}
        list={list}
        erasedAt={list ? list.listedAt.add({ hours: 24 * daysOfList }) : null}
        runs={made}
        asked={asked.reduce((sum, { letters }) => sum + letters, 0)}
        room={room}
        today={todayIn(visit.jurisdiction, visit.now)}
        typed={visit.form.typed}
        errors={errors}
      />
    ),
  })
}
