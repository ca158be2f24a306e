import type { Reader } from '../../../platform/http/index.ts'
import { ButtonLink, Empty, Head, List, Said, Section } from '../../../ui/index.ts'
import type { RingName } from '../../../stages/arena/index.ts'
import type { SayRings } from '../messages/words.ts'

export type RingLine = { readonly title: string; readonly href: string; readonly lang?: string | undefined }

export type RingPart = {
  readonly ring: RingName
  /** "Working groups" */
  readonly name: string
  /** "52 in 3 working groups" */
  readonly size: string
  /** Null for those who only follow. */
  readonly came: {
    readonly given: number
    readonly taken: number
    readonly recommendations: readonly RingLine[]
    readonly lines: readonly RingLine[]
  } | null
  /** The working groups, where it is theirs. */
  readonly groups: readonly RingLine[]
}

export type RingsPageProps = {
  readonly reader: Reader
  readonly say: SayRings
  readonly problem: { readonly slug: string; readonly question: string; readonly language: string }
  readonly parts: readonly RingPart[]
}

/** From each ring of participation into the text: so that nobody has to believe that it was heard. */
export function RingsPage(props: RingsPageProps) {
  const { reader, say, problem, parts } = props
  return (
    <>
      <Head eyebrow={<Said lang={problem.language}>{problem.question}</Said>} title={say('title')} lead={say('lead')} />
      {parts.length === 0 ? (
        <Empty
          title={say('told')}
          level={2}
          action={
            <ButtonLink href={reader.to('thread.page', { problem: problem.slug })}>{say('to-thread')}</ButtonLink>
          }
        >
          <p>{say('told-next')}</p>
        </Empty>
      ) : null}
      {parts.map((part) => (
        <Ring {...props} part={part} />
      ))}
    </>
  )
}

function Ring({
  reader,
  say,
  problem,
  part: { ring, name, size, came, groups },
}: RingsPageProps & { readonly part: RingPart }) {
  const more = came ? came.taken - came.lines.length : 0
  return (
    <Section id={ring} title={name} lead={size}>
      <p>{came === null ? say('followers-lead') : say('given', { count: came.given, taken: came.taken })}</p>
      <Lines id={`${ring}-groups`} title={say('groups')} lines={groups} />
      <Lines id={`${ring}-recommendations`} title={say('recommendations')} lines={came?.recommendations ?? []} />
      <Lines id={`${ring}-taken`} title={say('taken')} lines={came?.lines ?? []} />
      {more > 0 ? (
        <p class="fm-small">
          <a href={reader.to('thread.page', { problem: problem.slug })}>{say('more', { count: more })}</a>
        </p>
      ) : null}
    </Section>
  )
}

type LinesProps = { readonly id: string; readonly title: string; readonly lines: readonly RingLine[] }

/** No part of its own for those who jump from part to part: each ring has the same. */
function Lines({ id, title, lines }: LinesProps) {
  if (lines.length === 0) return null
  return (
    <div class="fm-stack fm-stack--3">
      <h3 class="fm-h-mid" id={id}>
        {title}
      </h3>
      <List
        isTight
        items={lines.map((line) => (
          <a href={line.href}>
            <Said lang={line.lang}>{line.title}</Said>
          </a>
        ))}
      />
    </div>
  )
}
