import { isSignedIn } from '@folkmoot/basics/actor.ts'
import type { Byline } from '../../../../platform/identity/index.ts'
import type { HiddenFile, KeptFile } from '../../../../platform/files/index.ts'
import type { Tombstone } from '../../../../platform/moderation/index.ts'
import { FactList, Head, Prose, Section, Trail } from '../../../../ui/index.ts'
import type { Became } from '../../../opinion/index.ts'
import type { Idea } from '../store.ts'
import { Author, HiddenText, langOf, Muted, Report } from '../../pages/parts.tsx'
import type { IdeaWords } from './words.ts'

export type IdeaPageProps = IdeaWords & {
  readonly slug: string
  readonly question: string
  readonly idea: Idea
  readonly author: Byline | undefined
  readonly stone: Tombstone | undefined
  /** Each with its address, or the stone in its place. */
  readonly photos: readonly ((KeptFile & { readonly href: string }) | HiddenFile)[]
  readonly became: readonly Became[]
}

/** One experience or idea, and what became of it. */
export function IdeaPage(props: IdeaPageProps) {
  const { reader, say, sayDraft, slug, question, idea, stone, became } = props
  const isHers = idea.writtenBy !== null && idea.writtenBy === reader.actor.account
  const eyebrow = say('idea.eyebrow', { kind: idea.kind, number: idea.number, question })
  return (
    <div class="fm-stack fm-stack--8">
      <Head eyebrow={eyebrow} title={stone ? sayDraft(`state.${idea.kind}`) : idea.title} />
      {stone ? <HiddenText reader={reader} stone={stone} /> : <Words {...props} />}
      <Section id="became" title={say('idea.became')}>
        {became.length === 0 ? (
          <Muted>{say(isHers ? 'idea.became-none-yours' : 'idea.became-none')}</Muted>
        ) : (
          <Trail steps={became} />
        )}
      </Section>
      <p>
        <a href={reader.to('draft.ideas', { problem: slug })}>{say('idea.all')}</a>
      </p>
      {stone || idea.source ? null : (
        <Report reader={reader} say={sayDraft} kind="idea" id={idea.id} about={idea.title} />
      )}
    </div>
  )
}

function Words({ reader, say, sayDraft, idea, author, photos }: IdeaPageProps) {
  const day = idea.source === null ? idea.writtenAt : idea.toldDay
  return (
    <div class="fm-stack fm-stack--6">
      <Prose text={idea.text} lang={langOf(idea.language)} />
      {photos.map((photo) =>
        'stone' in photo ? (
          <HiddenText reader={reader} stone={photo.stone} />
        ) : (
          <div class="fm-stack fm-stack--2">
            <img class="fm-photo" src={photo.href} alt={photo.alt} lang={langOf(idea.language)} loading="lazy" />
            {isSignedIn(reader.actor) ? (
              <Report
                {...{ reader, say: sayDraft }}
                kind="file"
                id={photo.id}
                about={photo.alt}
                open={sayDraft('report.picture')}
              />
            ) : null}
          </div>
        ),
      )}
      <FactList
        rows={[
          ...(idea.place ? [{ term: say('idea.place'), value: idea.place }] : []),
          { term: say('idea.when'), value: day ? reader.time.day(day) : reader.common('unknown') },
          idea.source === null
            ? { term: say('idea.who'), value: <Author reader={reader} author={author} /> }
            : { term: reader.common('source'), value: idea.source },
        ]}
      />
    </div>
  )
}
