package org.mobiledatasync.intake.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.mobiledatasync.intake.boundary.ImportService;
import org.mobiledatasync.intake.boundary.PeopleUpload;
import org.mobiledatasync.intake.entity.ProfileImport;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.omnifaces.util.Faces;

/** The first step: takes the file, and lists the imports there were. */
@Named
@RequestScoped
public class ImportUploadBacking {
    private static final int LATEST = 10;

    @Inject
    private PeopleUpload upload;

    @Inject
    private ImportService service;

    private List<ProfileImport> latest;
    private Part file;

    @PostConstruct
    void load() {
        latest = service.findLatest(LATEST);
    }

    public void upload() throws IOException {
        if (file.getSize() > PeopleUpload.MOST_BYTES) {
            throw new InvalidInputException("file", Faces.getBundleString("import.tooLarge"));
        }
        try (InputStream content = file.getInputStream()) {
            // Some browsers name the whole path.
            String name = Path.of(file.getSubmittedFileName().replace('\\', '/'))
                    .getFileName()
                    .toString();
            Faces.redirect("profiles/import.xhtml?id=%s", String.valueOf(upload.upload(name, content)));
        } finally {
            file.delete();
        }
    }

    public List<ProfileImport> getLatest() {
        return latest;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
