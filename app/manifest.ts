import type { MetadataRoute } from 'next'

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Langar',
    short_name: 'Langar',
    start_url: '/my-work',
    display: 'standalone',
    background_color: '#f8fafb',
    theme_color: '#00527f',
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
  }
}
