import { holds, isSignedIn } from '@folkmoot/basics/actor.ts'
import { href } from '@folkmoot/basics/addresses.ts'
import type { Visit } from '../platform/http/index.ts'
import { Said, type FooterBlock, type Frame as UiFrame, type FrameLink, type FrameWords } from '../ui/index.ts'
import { unreadCount } from '../platform/notices/index.ts'
import type { Asked } from './asked.ts'
import { appWords, type AppKey } from './messages/words.ts'
import { cityOf, type Say, pageLanguages, writtenLanguages } from '../platform/i18n/index.ts'

type Words = Say<AppKey>

/** Header, footer and words around one page: the place, the way around, who looks. */
export async function frameFor({ visit, house, context, isPlaceless }: Asked): Promise<UiFrame> {
  const say = appWords.say(visit.lang)
  if (isPlaceless) return bareFrame(visit, say)
  const place = visit.jurisdiction
  const here = new URL(context.req.url).pathname
  const account = visit.actor.account
  const unread = account ? await unreadCount(visit.read, account) : 0
  return {
    jurisdiction: { name: place.name, tagline: place.tagline, href: visit.to('home') },
    banner: bannerOf(visit, say, house.isDemo),
    nav: navOf(visit, say, here),
    languages: pageLanguages(place).map((lang) => ({
      lang,
      text: appWords.say(lang)('language'),
      href: here.replace(`/${visit.lang}/`, `/${lang}/`).replace(new RegExp(`^/${visit.lang}$`), `/${lang}`),
      current: lang === visit.lang,
    })),
    me: account
      ? {
          name: visit.actor.name || visit.common('role.resident'),
          href: visit.to('me'),
          text: say('nav.me'),
          news: { count: unread, word: say('unread', { count: unread }) },
          role: holds(visit.actor, 'politician')
            ? 'politician'
            : holds(visit.actor, 'clerk', 'facilitator', 'officer', 'administrator')
              ? 'staff'
              : holds(visit.actor, 'organisation')
                ? 'organisation'
                : 'resident',
          signOut: { action: visit.to('sign-out'), text: say('sign-out') },
        }
      : undefined,
    signIn: place.isTold
      ? undefined
      : house.isDemo && place.isFictional
        ? { href: visit.to('be'), text: say('be') }
        : { href: visit.to('sign-in'), text: say('sign-in') },
    footer: footerOf(visit, say),
    words: wordsOf(visit, say),
  }
}

/** Without a place there is nothing to go to but the list of places. */
function bareFrame(visit: Visit, say: Words): UiFrame {
  return {
    jurisdiction: { name: visit.jurisdiction.name, tagline: '', href: href('root', {}) },
    nav: [],
    languages: [],
    footer: [],
    words: { ...wordsOf(visit, say), base: say('base-bare') },
  }
}

function bannerOf(visit: Visit, say: Words, isDemo: boolean): string | undefined {
  const { isFictional, isTold, name } = visit.jurisdiction
  const lines = [
    isFictional ? say('banner.fictional', { place: name }) : '',
    isTold ? say('banner.told') : '',
    isDemo && !isTold ? say('banner.demo') : '',
  ]
  return lines.filter(Boolean).join(' ') || undefined
}

function navOf(visit: Visit, say: Words, here: string): readonly FrameLink[] {
  const mine: FrameLink[] = []
  if (holds(visit.actor, 'politician')) mine.push({ text: say('nav.desk'), href: visit.to('desk') })
  if (holds(visit.actor, 'clerk', 'facilitator', 'officer'))
    mine.push({ text: say('nav.bench'), href: visit.to('bench') })
  if (holds(visit.actor, 'administrator')) mine.push({ text: say('nav.settings'), href: visit.to('settings') })
  const links: readonly FrameLink[] = [
    ...mine,
    { text: say('nav.cases'), href: visit.to('cases') },
    { text: say('nav.owed'), href: visit.to('owed') },
    { text: say('nav.meetings'), href: visit.to('meeting.all') },
    { text: say('nav.people'), href: visit.to('people') },
    { text: say('nav.record'), href: visit.to('record') },
    { text: say('nav.search'), href: visit.to('search') },
  ]
  return links.map((link) => ({ ...link, current: here === link.href || here.startsWith(`${link.href}/`) }))
}

function footerOf(visit: Visit, say: Words): readonly FooterBlock[] {
  const { name, offlineRoute, languages } = visit.jurisdiction
  const about = (page: string): string => visit.to('about', { page })
  const start: FrameLink[] = isSignedIn(visit.actor) ? [] : [{ text: say('sign-in'), href: visit.to('sign-in') }]
  return [
    {
      heading: say('footer.offline'),
      lines: [
        // The place wrote it once, in its first language.
        offlineRoute ? (
          <Said lang={languages[0] ?? 'und'}>{offlineRoute}</Said>
        ) : (
          say('footer.offline-default', { place: name })
        ),
        ...writtenLine(visit, say),
      ],
      links: [{ text: say('footer.how'), href: about('without-a-computer') }],
    },
    {
      heading: say('footer.check'),
      links: [
        { text: say('nav.owed'), href: visit.to('owed') },
        { text: say('nav.record'), href: visit.to('record') },
        { text: say('footer.mandates'), href: visit.to('mandates') },
        { text: say('footer.interests'), href: visit.to('problem.interests') },
        { text: say('footer.moderation'), href: visit.to('moderation') },
        { text: say('footer.methods'), href: about('methods') },
        { text: say('footer.popolo'), href: visit.to('popolo') },
      ],
    },
    {
      heading: say('footer.about'),
      links: [
        { text: say('footer.accessibility'), href: about('accessibility') },
        { text: say('footer.privacy'), href: about('privacy') },
        { text: say('footer.feed'), href: visit.to('feed') },
        { text: say('places.title'), href: href('root', {}) },
        ...(visit.jurisdiction.isTold ? [] : start),
      ],
    },
  ]
}

/** A place may name languages its pages do not speak: which those are is said, not hidden behind English words. */
function writtenLine({ jurisdiction, lang }: Visit, say: Words): readonly string[] {
  const written = writtenLanguages(jurisdiction)
  if (written.length === 0) return []
  const names = new Intl.DisplayNames([lang], { type: 'language' })
  const list = new Intl.ListFormat(lang).format(written.map((one) => names.of(one) ?? one))
  return [say('footer.written-languages', { list })]
}

function wordsOf(visit: Visit, say: Words): FrameWords {
  const { name, timeZone } = visit.jurisdiction
  const zone = cityOf(timeZone, visit.common)
  return {
    skip: say('skip'),
    menu: say('menu'),
    main: say('main'),
    languages: say('languages'),
    crumbs: say('crumbs'),
    base: say('base', { place: name, zone }),
    error: say('error'),
    optional: say('optional'),
    charactersMost: say('characters-most'),
    charactersLeft: say('characters-left'),
    charactersOver: say('characters-over'),
  }
}
