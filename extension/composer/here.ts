/** Which site this frame is on, and what is known there of an editor: its surface, and whether it is for private messages. */
import { siteBySigns, siteOf, surfaceOf } from '../sites/engine';
import type { SiteData, SurfaceData } from '../sites/schema';
import { looksPrivate } from './find';

declare global {
  /** Put there by the scripts of site files (`sites/files.mjs`): of the sites this page may be on, no others. */
  var forepostSites: Record<string, SiteData> | undefined;
}

export class Here {
  private known: SiteData | null = null;

  constructor(private readonly host: string) {}

  /** Known by its host, else by its signs, which stand on the page by the time somebody writes there. */
  get site(): SiteData | null {
    this.known ??= siteOf(this.host, sites()) ?? this.bySigns();
    return this.known;
  }

  /** What the site is called in drafts and settings. */
  get name(): string {
    return this.site?.id ?? this.host;
  }

  surface(editor: Element): SurfaceData | null {
    return this.site && surfaceOf(this.site, editor, location.pathname);
  }

  /** Said by the site file; where it says nothing, by the editor's name and the address. */
  isPrivate(editor: HTMLElement, surface: SurfaceData | null): boolean {
    return surface ? surface.kind === 'message' : looksPrivate(editor, location.pathname);
  }

  /** One of many that run the same site: its accounts are of this host. */
  private bySigns(): SiteData | null {
    const site = siteBySigns(document, sites());
    return site && { ...site, surfaces: site.surfaces.map((surface) => ({ ...surface, home: this.host })) };
  }
}

const sites = (): SiteData[] => Object.values(globalThis.forepostSites ?? {});
