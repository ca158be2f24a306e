import type { Child } from 'hono/jsx'
import type { Reader } from '../../../platform/http/index.ts'
import { Head, List, Said, Section, Small, Stack } from '../../../ui/index.ts'
import type { MeetingLine } from '../../meeting-line.ts'
import type { SayPeople } from '../../people/messages/words.ts'
import { PromiseList } from '../../people/pages/promise-list.tsx'
import type { Brief, BriefLine } from '../brief.ts'
import type { SayDesk } from '../messages/words.ts'

export type BriefPageProps = {
  readonly reader: Reader
  readonly say: SayDesk
  readonly sayPeople: SayPeople
  readonly now: Temporal.Instant
  readonly question: string
  readonly language: string
  readonly slug: string
  readonly meeting: MeetingLine
  /** Before it, or after it. */
  readonly title: string
  readonly brief: Brief
}

/** What a politician reads on the way to a meeting, in two minutes: on a phone or on paper. */
export function BriefPage(props: BriefPageProps) {
  const { reader, say, question, language, slug, meeting, title, brief } = props
  const address = { problem: slug }
  const asks = [...brief.asked, ...brief.owed]
  return (
    <Stack gap="6">
      <Head
        eyebrow={
          <>
            {say('brief.eyebrow')} · <Said lang={language}>{question}</Said>
          </>
        }
        title={title}
        size="s"
        lead={meeting.line}
      >
        <p class="fm-noprint">
          <a class="fm-link" href={meeting.href}>
            {say('brief.meeting')}
          </a>
        </p>
      </Head>
      <Section id="new" title={say('brief.new')} size="mid">
        <p class="fm-text">{say('brief.new-text', { count: brief.fresh.length + brief.more })}</p>
        <Lines lines={brief.fresh} />
        {brief.more > 0 ? (
          <p>
            <a href={reader.to('me')}>{say('brief.more', { count: brief.more })}</a>
          </p>
        ) : null}
      </Section>
      <Section id="votes" title={say('brief.votes-title')} size="mid">
        {brief.agree.length === 0 ? <p class="fm-text fm-muted">{say('brief.none')}</p> : null}
        <Voices title={say('brief.agree')} texts={brief.agree} />
        <Voices title={say('brief.differ')} texts={brief.differ} />
      </Section>
      <Section id="asks" title={say('brief.asks')} size="mid">
        {asks.length === 0 ? <p class="fm-text fm-muted">{say('brief.ask-none')}</p> : null}
        <Lines lines={asks} />
      </Section>
      <Section id="standing" title={say('brief.standing')} size="mid">
        <List
          isTight
          items={[
            <a href={reader.to('draft.page', address)}>{say('brief.text-count', { count: brief.recommendations })}</a>,
            <a href={reader.to('decision.page', address)}>
              {brief.handedOver ? say('brief.answers', brief.handedOver) : say('brief.not-handed')}
            </a>,
          ]}
        />
      </Section>
      <Section id="yours" title={say('brief.yours')} size="mid">
        {brief.promises.length === 0 ? <p class="fm-text fm-muted">{say('brief.yours-none')}</p> : null}
        <PromiseList reader={reader} say={props.sayPeople} now={props.now} promises={brief.promises} size="s" />
      </Section>
    </Stack>
  )
}

function Lines({ lines }: { readonly lines: readonly BriefLine[] }) {
  if (lines.length === 0) return null
  return (
    <List
      isTight
      items={lines.map(({ text, href, day }): Child => (
        <>
          <a href={href}>{text}</a>
          {day === '' ? null : <Small>{day}</Small>}
        </>
      ))}
    />
  )
}

function Voices({ title, texts }: { readonly title: string; readonly texts: readonly string[] }) {
  if (texts.length === 0) return null
  return (
    <Stack gap="2">
      <h3 class="fm-h-aside">{title}</h3>
      <List isTight items={texts} />
    </Stack>
  )
}
