import { isSignedIn } from '@folkmoot/basics/actor.ts'
import type { Child } from 'hono/jsx'
import type { Byline } from '../../../../platform/identity/index.ts'
import type { HiddenFile, KeptFile } from '../../../../platform/files/index.ts'
import type { Tombstone } from '../../../../platform/moderation/index.ts'
import {
  Columns,
  ErrorSummary,
  FactList,
  Head,
  Prose,
  Section,
  StaffLabel,
  Trail,
  type Errors,
  type Typed,
  Said,
  Sentence,
  saidHere,
} from '../../../../ui/index.ts'
import type { GroupLink } from '../../../arena/index.ts'
import type { Became } from '../../../opinion/index.ts'
import type { Idea } from '../store.ts'
import { Author, HiddenText, langOf, Muted, Report } from '../../pages/parts.tsx'
import { Belonging, GoesOn, type AroundProps } from './around.tsx'
import { Joined, type JoinedProps } from './joined.tsx'
import type { IdeaWords } from './words.ts'

export type IdeaPageProps = IdeaWords & {
  readonly slug: string
  readonly question: string
  /** Of the case: the language its group writes in. */
  readonly language: string
  readonly idea: Idea
  readonly author: Byline | undefined
  readonly stone: Tombstone | undefined
  /** The working group it is part of. */
  readonly group: GroupLink | undefined
  /** Each with its address, or the stone in its place. */
  readonly files: readonly ((KeptFile & { readonly href: string }) | HiddenFile)[]
  readonly became: readonly Became[]
  /** Null in a told case. */
  readonly joined: Pick<JoinedProps, 'joined' | 'may'> | null
  readonly around: AroundProps['around']
  readonly errors: Errors
  readonly typed: Typed
  /** What people say to it. */
  readonly comments: Child
  /** What politicians replied, as their stage shows it. */
  readonly replies: Child
}

/** One experience or idea, what became of it, and what people say to it. */
export function IdeaPage(props: IdeaPageProps) {
  const { reader, say, sayDraft, slug, question, language, idea, stone, joined, replies, comments, errors } = props
  const eyebrow = (
    <Sentence text={say('idea.eyebrow', { kind: idea.kind, number: idea.number, question: saidHere })}>
      <Said lang={language}>{question}</Said>
    </Sentence>
  )
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={eyebrow}
        title={stone ? sayDraft(`state.${idea.kind}`) : <Said lang={idea.language}>{idea.title}</Said>}
      />
      {stone ? null : <GoesOn {...props} number={idea.number} />}
      <Columns
        main={
          <>
            {stone ? <HiddenText reader={reader} stone={stone} /> : <Words {...props} />}
            <BecameOf {...props} />
            {stone ? null : replies}
            {comments}
            <p>
              <a href={reader.to('draft.ideas', { problem: slug })}>{say('idea.all')}</a>
            </p>
            {stone || idea.source ? null : (
              <Report reader={reader} say={sayDraft} kind="idea" id={idea.id} about={idea.title} />
            )}
          </>
        }
        aside={
          <>
            {joined && !stone ? <Joined {...{ reader, say, slug }} number={idea.number} {...joined} /> : null}
            {stone ? null : <Belonging {...props} number={idea.number} />}
          </>
        }
      />
    </>
  )
}

function BecameOf({ reader, say, idea, became }: IdeaPageProps) {
  const isHers = idea.writtenBy !== null && idea.writtenBy === reader.actor.account
  return (
    <Section id="became" title={say('idea.became')}>
      {became.length === 0 ? (
        <Muted>{say(isHers ? 'idea.became-none-yours' : 'idea.became-none')}</Muted>
      ) : (
        <Trail steps={became} />
      )}
    </Section>
  )
}

function Words({ reader, say, sayDraft, idea, author, group, files }: IdeaPageProps) {
  const day = idea.source === null ? idea.writtenAt : idea.toldDay
  return (
    <div class="fm-stack fm-stack--6">
      {idea.channel === 'online' ? null : (
        <p class="fm-row">
          <StaffLabel>{say('staff.label')}</StaffLabel>
          <span class="fm-mini">{say(`staff.came-${idea.channel}`, { occasion: idea.occasion })}</span>
        </p>
      )}
      <Prose text={idea.text} lang={langOf(idea.language)} />
      {files.map((file) => (
        <OneFile {...{ reader, say, sayDraft, file }} lang={langOf(idea.language)} />
      ))}
      <FactList
        rows={[
          ...(idea.place ? [{ term: say('idea.place'), value: idea.place }] : []),
          ...(idea.area && idea.area !== idea.place ? [{ term: say('idea.area'), value: idea.area }] : []),
          ...(group
            ? [
                {
                  term: say('idea.group'),
                  value: (
                    <a href={group.href} lang={langOf(group.language)}>
                      {group.text}
                    </a>
                  ),
                },
              ]
            : []),
          { term: say('idea.when'), value: day ? reader.time.day(day) : reader.common('unknown') },
          idea.source !== null
            ? { term: reader.common('source'), value: idea.source }
            : {
                term: say('idea.who'),
                value:
                  idea.channel === 'online' ? <Author reader={reader} author={author} /> : say('staff.for-somebody'),
              },
        ]}
      />
    </div>
  )
}

type OneFileProps = IdeaWords & { readonly file: IdeaPageProps['files'][number]; readonly lang: string | undefined }

/** A picture or a document, which can be reported by itself; hidden by itself it leaves its stone. */
function OneFile({ reader, say, sayDraft, file, lang }: OneFileProps) {
  if ('stone' in file) return <HiddenText reader={reader} stone={file.stone} />
  const isPicture = file.mediaType === 'image/webp'
  return (
    <div class="fm-stack fm-stack--2">
      {isPicture ? (
        <img class="fm-photo" src={file.href} alt={file.alt} lang={lang} loading="lazy" />
      ) : (
        <p>
          <a href={file.href}>
            {say('idea.document', { name: file.name, kilobytes: Math.max(1, Math.round(file.bytes / 1024)) })}
          </a>
        </p>
      )}
      {isSignedIn(reader.actor) ? (
        <Report
          {...{ reader, say: sayDraft }}
          kind="file"
          id={file.id}
          about={isPicture ? file.alt : file.name}
          open={isPicture ? sayDraft('report.picture') : say('idea.report-document')}
        />
      ) : null}
    </div>
  )
}
