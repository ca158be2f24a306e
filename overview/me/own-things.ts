import type { SignedIn } from '@folkmoot/basics/actor.ts'
import type { Thing } from '@folkmoot/basics/ids.ts'
import type { Visit } from '../../platform/http/index.ts'
import { hiddenAmong } from '../../platform/moderation/index.ts'
import { followedBy } from '../../platform/notices/index.ts'
import { cardsOf } from '../../platform/thread/index.ts'
import { ownApplications, type OwnApplicationLine } from '../../stages/arena/index.ts'
import { nounWords } from '../nouns/words.ts'
import { becameOfEach, lineOf } from '../thread/fate.ts'
import type { Followed, Mine } from './pages/me-page.tsx'
import { pageOf, type PageOf } from './page-of.ts'

/** Who wrote for twenty years has hundreds, and what became of each is looked up: so many on a page. */
const onPage = { mine: 20, follows: 20 } as const

export type OwnThings = { readonly mine: PageOf<Mine>; readonly follows: PageOf<Followed> }

/** Each of one's own things with what became of it; and what one only follows. */
export async function ownThings(visit: Visit<'me'>, actor: SignedIn): Promise<OwnThings> {
  const [followed, applications] = await Promise.all([followedBy(visit.read, actor.account), ownApplications(visit)])
  const own = followed.filter((one) => one.asAuthor).map((one) => one.about)
  const listed = pageOf<OwnApplicationLine | Thing>([...applications, ...own], visit.query.get('mine'), onPage.mine)
  // The case she raised is one she follows, and can stop following, as its own page says.
  const others = followed.filter(({ asAuthor, about }) => !asAuthor || about.kind === 'problem')
  const follows = pageOf(
    others.map(({ about }) => about),
    visit.query.get('follows'),
    onPage.follows,
  )
  const things = listed.items.filter(isThing)
  const became = await becameOfEach(visit, things)
  const cards = await cardsOf(visit.read, [...things, ...follows.items, ...[...became.values()].flat()])
  const hidden = await hiddenAmong(visit.read, [...cards.keys()])
  const asked = nounWords.say(visit.lang)('application')
  const written = listed.items.flatMap((one): readonly Mine[] => {
    if (!isThing(one)) return [{ ...one, kind: asked, isHidden: false, became: [] }]
    const card = cards.get(one.id)
    if (!card) return []
    const lines = (became.get(one.id) ?? []).flatMap(({ id }) => {
      const later = cards.get(id)
      return later?.visibility === 'public' && !hidden.has(id) ? [lineOf(visit, later)] : []
    })
    return [{ ...lineOf(visit, card), isHidden: hidden.has(one.id), became: lines }]
  })
  const followedLines = follows.items.flatMap((about): readonly Followed[] => {
    const card = cards.get(about.id)
    if (card?.visibility !== 'public') return []
    const slug = about.kind === 'problem' ? /^\/problems\/([^/]+)$/.exec(card.path)?.[1] : undefined
    const unfollow = slug === undefined ? null : visit.to('journey.follow', { problem: slug })
    return [{ ...lineOf(visit, card), unfollow }]
  })
  return { mine: { ...listed, items: written }, follows: { ...follows, items: followedLines } }
}

function isThing(one: OwnApplicationLine | Thing): one is Thing {
  return 'id' in one
}
