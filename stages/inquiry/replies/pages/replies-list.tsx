import type { Reader } from '../../../../platform/http/index.ts'
import { List, PersonChip, Prose, Quote, Row, Said, Section, Stack } from '../../../../ui/index.ts'
import { askedPerson, type Politicians } from '../../pages/people.ts'
import type { SayReply } from '../messages/words.ts'
import type { ThreadReply } from '../store.ts'

/** Words in the list of a page, and where they stand. */
export type Under = { readonly title: string; readonly href: string; readonly language: string }

type RepliesListProps = {
  readonly reader: Reader
  readonly say: SayReply
  readonly under: readonly (Under & { readonly replies: readonly ThreadReply[] })[]
  readonly people: Politicians
}

/** Replies of politicians to many things, each under what she replied to. */
export function RepliesList({ reader, say, under, people }: RepliesListProps) {
  return (
    <Section id="replies" title={say('replies.title')}>
      <List
        items={under.map(({ title, href, language, replies }) => (
          <Stack gap="3">
            <p>
              <a href={href}>
                <Said lang={language}>{title}</Said>
              </a>
            </p>
            {replies.map((reply) => (
              <Quote
                by={
                  <Row>
                    <PersonChip {...askedPerson({ reader, people, to: reply.person })} size="s" />
                    <span>{reader.time.day(reply.writtenAt)}</span>
                  </Row>
                }
              >
                <Prose text={reply.text} lang={reply.language} />
              </Quote>
            ))}
          </Stack>
        ))}
      />
    </Section>
  )
}
