import { Head } from '../../ui/index.ts'

export type MessageProps = {
  readonly title: string
  readonly text: string
  readonly home: { readonly href: string; readonly text: string }
}

/** A page that says one thing and where to go from here. */
export function Message({ title, text, home }: MessageProps) {
  return (
    <Head title={title} lead={text}>
      <p>
        <a class="fm-link" href={home.href}>
          {home.text}
        </a>
      </p>
    </Head>
  )
}
