import type { Child } from 'hono/jsx'
import { Head, Prose, Section, Stack } from '../../../ui/index.ts'

export type AboutSection = {
  readonly title: string
  readonly text: string
  readonly more?: { readonly text: string; readonly href: string } | undefined
}
export type AboutPageProps = {
  readonly title: string
  readonly lead: string
  readonly sections: readonly AboutSection[]
  /** What is more than words, at the end. */
  readonly children?: Child
}

export function AboutPage({ title, lead, sections, children }: AboutPageProps) {
  return (
    <Stack gap="8">
      <Head title={title} lead={lead} />
      {sections.map((section, i) => (
        <Section id={`about-${i + 1}`} title={section.title} size="mid">
          <Prose text={section.text} />
          {section.more ? (
            <p>
              <a class="fm-link" href={section.more.href}>
                {section.more.text}
              </a>
            </p>
          ) : null}
        </Section>
      ))}
      {children}
    </Stack>
  )
}
