import { defineConfig } from 'vite'

// `vite build --app`: what the browser gets, then what Node runs. Packages stay in node_modules; our own workspaces are bundled.
export default defineConfig({
  builder: {},
  environments: {
    client: {
      build: {
        outDir: 'dist/client',
        manifest: true,
        rollupOptions: {
          input: {
            client: 'ui/client.ts',
            icon: 'ui/mark.svg',
            'draft-editor': 'stages/draft/text/island/editor.ts',
            'draw-replay': 'stages/arena/lottery/island/replay.ts',
          },
        },
      },
    },
    ssr: {
      resolve: { noExternal: [/^@folkmoot[/]/], external: true },
      build: {
        outDir: 'dist/server',
        ssr: true,
        target: 'node26',
        minify: false,
        sourcemap: true,
        rollupOptions: {
          input: {
            server: 'app/server.ts',
            cli: 'app/cli.ts',
            'lottery-thread': 'stages/arena/lottery/thread.ts',
            'map-thread': 'stages/opinion/map/thread.ts',
            'measured-town': 'app/measured-town.ts',
            'measured-maps': 'app/measured-maps.ts',
            'measured-agenda': 'app/measured-agenda.ts',
            'measured-ideas': 'app/measured-ideas.ts',
            'measured-writing': 'app/measured-writing.ts',
            'measured-draft': 'app/measured-draft.ts',
            'measured-years': 'app/measured-years.ts',
          },
        },
      },
    },
  },
})
