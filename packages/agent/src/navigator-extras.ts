/** What newer or rarer parts of the navigator offer; each is missing somewhere. */
export interface NavigatorExtras {
  readonly oscpu?: string
  readonly buildID?: string
  readonly pdfViewerEnabled?: boolean
  readonly mimeTypes?: ArrayLike<{ readonly type: string; readonly suffixes: string }>
  readonly doNotTrack?: string | null
  readonly globalPrivacyControl?: boolean
  readonly brave?: { readonly isBrave?: unknown }
  readonly mediaDevices?: {
    enumerateDevices?(): Promise<readonly { readonly kind: string }[]>
  }
  readonly storage?: StorageLike
  readonly gpu?: GpuLike
  readonly userActivation?: { readonly hasBeenActive: boolean }
  sendBeacon?(url: string, body: Blob | Uint8Array<ArrayBuffer>): boolean
}

/** What the browser says of the room and the places for storing. */
export interface StorageLike {
  estimate?(): Promise<{ readonly quota?: number; readonly usage?: number }>
  persisted?(): Promise<boolean>
  getDirectory?(): Promise<{ readonly kind: string }>
}

/** What `navigator.connection` tells of the network. */
export interface ConnectionLike {
  readonly rtt?: number
  readonly type?: string
  readonly effectiveType?: string
  readonly downlink?: number
  readonly saveData?: boolean
}

/** The entrance to WebGPU. */
export interface GpuLike {
  readonly wgslLanguageFeatures?: Iterable<string>
  getPreferredCanvasFormat?(): string
  requestAdapter?(): Promise<GpuAdapterLike | null>
}

/** A WebGPU adapter, for asking and not for drawing. */
export interface GpuAdapterLike {
  readonly info?: {
    readonly vendor?: string
    readonly architecture?: string
    readonly device?: string
    readonly description?: string
  }
  readonly features: Iterable<string>
  readonly limits: object
}
