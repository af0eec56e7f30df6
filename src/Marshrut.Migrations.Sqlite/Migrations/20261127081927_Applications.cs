using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Marshrut.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Applications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "curator_id",
                table: "transfer_items",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "attached_to",
                table: "person_files",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "needs",
                table: "cases",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "exchange_notes",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    from_organization_id = table.Column<long>(type: "INTEGER", nullable: false),
                    to_organization_id = table.Column<long>(type: "INTEGER", nullable: false),
                    item_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    by_centre = table.Column<bool>(type: "INTEGER", nullable: false),
                    text = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exchange_notes", x => x.id);
                    table.ForeignKey(
                        name: "fk_exchange_notes_transfer_items_item_id",
                        column: x => x.item_id,
                        principalTable: "transfer_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_applications",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    organization_id = table.Column<long>(type: "INTEGER", nullable: false),
                    case_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    filed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    number = table.Column<byte[]>(type: "BLOB", nullable: true),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    state_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    from_file = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_applications", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_applications_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_files",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    organization_id = table.Column<long>(type: "INTEGER", nullable: false),
                    added_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_files", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_person_files_attached_to",
                table: "person_files",
                column: "attached_to");

            migrationBuilder.CreateIndex(
                name: "ix_exchange_notes_item_id_at",
                table: "exchange_notes",
                columns: new[] { "item_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_service_applications_case_id",
                table: "service_applications",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_files_organization_id",
                table: "service_files",
                column: "organization_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "exchange_notes");

            migrationBuilder.DropTable(
                name: "service_applications");

            migrationBuilder.DropTable(
                name: "service_files");

            migrationBuilder.DropIndex(
                name: "ix_person_files_attached_to",
                table: "person_files");

            migrationBuilder.DropColumn(
                name: "curator_id",
                table: "transfer_items");

            migrationBuilder.DropColumn(
                name: "attached_to",
                table: "person_files");

            migrationBuilder.DropColumn(
                name: "needs",
                table: "cases");
        }
    }
}
