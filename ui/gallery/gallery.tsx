import { GalleryForms } from './forms.tsx'
import { frame } from './frame.tsx'
import { GalleryPieces } from './pieces.tsx'
import { harbour, young } from './threads.ts'
import { PageShell, Section, Thread, ThreadTable, type Assets } from '../index.ts'

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
              { href: '#main', text: 'Our cases' },
              { href: '#main', text: 'The harbour' },
              { href: '', text: part },
            ]
      }
      body={part === 'forms' ? <GalleryForms /> : part === 'thread' ? <GalleryThread dir={dir} /> : <GalleryPieces />}
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

const threadWords = {
  title: 'The thread of this problem, from what people told us to what came of it',
  description:
    'Six columns joined by strands. The width of a strand is the number of contributions behind it. Every box is a link.',
  done: 'done or decided',
  promised: 'promised, not done yet',
  ended: 'ends here, with a reason',
}
