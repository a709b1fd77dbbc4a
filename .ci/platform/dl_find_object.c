/* Debian's libgcc_eh asks the C library for the object that has an address by a function that
   musl lacks. This one finds it as older versions of libgcc_eh do. */
#define _GNU_SOURCE
#include <link.h>
#include <pthread.h>
#include <stddef.h>
#include <stdint.h>

/* As in glibc's <dlfcn.h>, for machines without a base of their own for data. */
struct dl_find_object {
    unsigned long long flags;
    void *start;
    void *end;
    void *link_map;
    void *eh_frame;
    unsigned long long reserved[7];
};

struct search {
    uintptr_t address;
    struct dl_find_object *found;
};

static int look(struct dl_phdr_info *info, size_t size, void *data) {
    struct search *search = data;
    const ElfW(Phdr) *own = NULL, *frames = NULL;
    (void)size;
    for (int i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *header = &info->dlpi_phdr[i];
        uintptr_t start = info->dlpi_addr + header->p_vaddr;
        if (header->p_type == PT_LOAD && search->address - start < header->p_memsz)
            own = header;
        if (header->p_type == PT_GNU_EH_FRAME)
            frames = header;
    }
    if (!own || !frames)
        return 0;
    *search->found = (struct dl_find_object){
        .start = (void *)(info->dlpi_addr + own->p_vaddr),
        .end = (void *)(info->dlpi_addr + own->p_vaddr + own->p_memsz),
        .eh_frame = (void *)(info->dlpi_addr + frames->p_vaddr),
    };
    return 1;
}

/* libgcc_eh asks for these weakly, so that the linker would leave them out. */
__attribute__((used)) static void *const threads[] = {
    pthread_once,        pthread_mutex_lock,  pthread_mutex_unlock,
    pthread_getspecific, pthread_setspecific, pthread_key_create,
};

int _dl_find_object(void *address, struct dl_find_object *found) {
    struct search search = {(uintptr_t)address, found};
    return dl_iterate_phdr(look, &search) ? 0 : -1;
}
