import type { Reader } from '../../../platform/http/index.ts'
import { Empty, Head, Section, Trail, Said } from '../../../ui/index.ts'
import type { Fate } from '../fate.ts'
import type { SayThread } from '../messages/words.ts'

export type FatePageProps = {
  readonly reader: Reader
  readonly say: SayThread
  readonly slug: string
  readonly question: string
  /** Of the case. */
  readonly language: string
  readonly fate: Fate
  /** The text of the case stands still. */
  readonly isOver: boolean
  readonly isTold: boolean
}

/** One thing of the thread with its whole strand: what it came from, and what became of it. */
export function FatePage({ reader, say, slug, question, language, fate, isOver, isTold }: FatePageProps) {
  const { line, from, became, isHidden } = fate
  const nothing = isTold ? 'fate.unknown' : isOver ? 'fate.nothing' : 'fate.nothing-yet'
  return (
    <div class="fm-stack fm-stack--8">
      <Head
        eyebrow={<Said lang={language}>{question}</Said>}
        title={isHidden ? say('text-hidden') : line.title}
        lead={line.state === '' ? line.kind : `${line.kind}: ${line.state}`}
        size="s"
      >
        <p>
          <a href={line.href}>{say('fate.read')}</a>
        </p>
      </Head>
      <Section id="became" title={say('fate.became')}>
        {became.length === 0 ? (
          <Empty title={say(nothing)}>
            {say(isTold ? 'fate.unknown-next' : (`${nothing}-next` as 'fate.nothing-next'))}
          </Empty>
        ) : (
          <Trail steps={became} />
        )}
      </Section>
      {from.length === 0 ? null : (
        <Section id="from" title={say('fate.from')}>
          <Trail steps={from} />
        </Section>
      )}
      <p>
        <a href={reader.to('thread.page', { problem: slug })}>{say('list.back')}</a>
      </p>
    </div>
  )
}
