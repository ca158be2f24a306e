import { GalleryForms } from './gallery-forms.tsx'
import { GalleryPieces } from './gallery-pieces.tsx'
import { harbour, young } from './gallery-thread.ts'
import {
  Hello,
  PageShell,
  Section,
  Thread,
  ThreadTable,
  ButtonLink,
  type Assets,
  type Frame,
} from './index.ts'

export type GalleryProps = {
  readonly assets: Assets
  readonly dir?: 'ltr' | 'rtl' | undefined
  readonly part?: 'pieces' | 'thread' | 'forms' | undefined
}

/** Every piece on one page, with words of a fictional town: to look at, and to run axe on. Not part of the product. */
export function Gallery({ assets, dir = 'ltr', part = 'pieces' }: GalleryProps) {
  return (
    <PageShell
      lang={dir === 'rtl' ? 'ar' : 'en'}
      dir={dir}
      title="Every piece"
      frame={frame}
      crumbs={
        part === 'pieces'
          ? []
          : [
              { href: '#', text: 'Our cases' },
              { href: '#', text: 'The harbour' },
              { href: '', text: part },
            ]
      }
      body={
        part === 'forms' ? (
          <GalleryForms />
        ) : part === 'thread' ? (
          <GalleryThread dir={dir} />
        ) : (
          <GalleryPieces />
        )
      }
      isHome={part === 'pieces'}
      assets={assets}
      formToken="token-of-the-gallery"
    />
  )
}

function GalleryThread({ dir }: { readonly dir: 'ltr' | 'rtl' }) {
  return (
    <>
      <h1>Threads</h1>
      {[harbour, young].map((graph, i) => (
        <Section
          id={`h-thread-${i}`}
          title={i === 0 ? 'The thread: from 184 voices to a dry harbour' : 'A young thread'}
        >
          <Thread
            id={`thread-${i}`}
            graph={graph}
            dir={dir}
            words={threadWords}
            source="Counts are contributions. Source: the public record of this case, 24 November 2026."
          />
          <ThreadTable
            graph={graph}
            caption="The same thread as a table"
            words={{ none: 'Not yet', rest: 'Not in a recommendation' }}
          />
        </Section>
      ))}
    </>
  )
}

export function GalleryHello() {
  return (
    <Hello
      title="The town council works this out with you"
      lead="Four questions are open. Say what you know, vote, or take a seat. The council answers in public, by a date it has promised."
      action={
        <ButtonLink href="#" variant="secondary" icon="hand">
          Raise a problem
        </ButtonLink>
      }
    />
  )
}

const threadWords = {
  title: 'The thread of this problem, from what people told us to what came of it',
  description:
    'Six columns joined by strands. The width of a strand is the number of contributions behind it. Every box is a link.',
  done: 'done or decided',
  promised: 'promised, not done yet',
  ended: 'ends here, with a reason',
}

const frame: Frame = {
  jurisdiction: { name: 'Lindhavn', tagline: 'Town and residents together', href: '#' },
  banner: (
    <>
      <strong>Lindhavn is a fictional town.</strong> All people, parties and numbers are invented.
    </>
  ),
  nav: [
    { href: '#', text: 'Our cases', current: true },
    { href: '#', text: 'What we owe' },
    { href: '#', text: 'Meetings' },
    { href: '#', text: 'People' },
    { href: '#', text: 'The public record' },
  ],
  languages: [
    { lang: 'en', text: 'English', href: '#', current: true },
    { lang: 'da', text: 'Dansk', href: '#', current: false },
  ],
  me: {
    name: 'Idris Vane',
    href: '#',
    role: 'politician',
    waiting: 4,
    signOut: { action: '#', text: 'Sign out' },
  },
  footer: [
    {
      heading: 'Without a computer',
      lines: ['Call 00 00 00 00 on weekdays from 9 to 15, or come to the library desk, Quay Street 4.'],
    },
    {
      heading: 'Check us',
      links: ['What we owe', 'The public record', 'Open data'].map((text) => ({ href: '#', text })),
    },
    {
      heading: 'About this site',
      links: ['Accessibility statement', 'Privacy', 'Contact the town clerk'].map((text) => ({
        href: '#',
        text,
      })),
    },
  ],
  words: {
    skip: 'Skip to main content',
    menu: 'Menu',
    main: 'Main',
    languages: 'Languages',
    crumbs: 'You are here',
    base: 'Lindhavn Town Council · Runs on Folkmoot, open-source software · All times are Copenhagen time',
    waiting: 'things wait for you',
    error: 'Error:',
    optional: '(not required)',
    charactersMost: 'Up to {n} characters',
    charactersLeft: 'Characters left: {n}',
    charactersOver: 'Characters too many: {n}',
  },
}
