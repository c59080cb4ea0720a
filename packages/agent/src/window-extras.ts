/** What newer or rarer parts of the window offer; each is missing somewhere. */
export interface WindowExtras {
  readonly screenX?: number
  readonly screenY?: number
  readonly visualViewport?: { readonly width: number; readonly height: number; readonly scale: number } | null
  readonly isSecureContext?: boolean
  readonly crossOriginIsolated?: boolean
  readonly top?: unknown
  readonly Date?: new (year: number, month: number, day: number) => { getTimezoneOffset(): number }
  readonly Audio?: new () => { canPlayType?(type: string): string }
  readonly CSS?: { supports?(condition: string): boolean }
  readonly WebAssembly?: { validate?(bytes: Uint8Array<ArrayBuffer>): boolean }
  readonly RTCRtpReceiver?: { getCapabilities?(kind: 'audio' | 'video'): RtpCapabilities | null }
}

/** What a browser can receive over WebRTC. */
export interface RtpCapabilities {
  readonly codecs: readonly {
    readonly mimeType: string
    readonly clockRate: number
    readonly channels?: number
    readonly sdpFmtpLine?: string
  }[]
  readonly headerExtensions: readonly { readonly uri: string }[]
}

/** The part of Intl that sources ask; everything by the browser's own locale. */
export interface IntlLike {
  supportedValuesOf?(key: string): readonly string[]
  readonly DateTimeFormat?: new (
    locale?: string,
    options?: Intl.DateTimeFormatOptions,
  ) => { resolvedOptions(): Partial<Intl.ResolvedDateTimeFormatOptions>; format?(atMs: number): string }
  readonly NumberFormat?: new (locale?: string, options?: Intl.NumberFormatOptions) => { format(value: number): string }
}
