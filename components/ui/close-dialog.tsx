'use client'
import { createContext } from 'react'

/** What a form inside a dialog calls when it was sent. Null outside of one. */
export const CloseDialog = createContext<(() => void) | null>(null)
